"""What a visit to a web address finds."""

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """In the order in which editors read them: first what asks for an edit."""

    DIED = "dood"
    MOVED = "verhuisd"
    ANOTHER_PAGE = "andere pagina"
    INTERNAL = "intern"
    NO_ANSWER = "geen antwoord"
    REFUSED = "geweigerd"
    ANSWERS = "antwoordt"


TO_BE_EDITED = (Outcome.DIED, Outcome.MOVED, Outcome.ANOTHER_PAGE, Outcome.INTERNAL)
"""What does not pass by itself."""
SETTLED = (Outcome.ANSWERS, Outcome.MOVED, Outcome.ANOTHER_PAGE)
"""The site gave an answer that will be the same tomorrow."""


@dataclass(frozen=True)
class Finding:
    outcome: Outcome
    reason: str = ""
    """What happened, in Dutch, if there is more to say than the outcome does."""
    new_address: str = ""
    """Where the address leads, if that is elsewhere."""
    retry_after: float | None = None
    """The seconds after which the site asks us to come back."""

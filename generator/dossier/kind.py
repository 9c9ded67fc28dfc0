"""What every package needs to know of a kind of records."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.model import Entry, File, Record, Stored
from generator.text import slugs


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of record: a content file, a record in a list, or a statement."""

    key: str
    """Its name in references and on the command line."""
    model: type[Record]
    noun: str = ""
    """The Dutch word for it in messages to editors."""
    label: str = ""
    """The Dutch word for it on the site."""
    plural: str = ""
    """The same, for more than one."""

    # Content
    file: str = ""
    """The file under ``content/`` that it is or, with ``items``, whose page shows it."""
    items: str = ""
    """The field of that file that holds its records."""
    folder: str = ""
    """The folder under ``content/`` with a file for each record."""
    first_fields: tuple[str, ...] = ()
    """The fields that a new record begins with, if their order differs from that of the model."""
    can_be_added: bool = False
    """Whether editors have a command that adds one."""
    is_in_menu: bool = False
    """Whether each record has a page that is in the menu."""

    # Site
    page: str = ""
    """The page of a file that exists once."""
    page_folder: str | None = None
    """The folder with a page for each record."""
    title: str = ""
    """The title of the page, if the record has none."""
    list_page: str = ""
    """The page that lists all records."""
    list_title: str = ""
    list_intro: str = ""
    """What the list page begins with."""
    list_intro_of_several: str = ""
    """The same, if there are several documents."""
    table: str = ""
    """The name of the file with all its records as a table; empty if there is none."""

    # What it takes part in
    is_referable: bool = False
    """Whether other records refer to it by name."""
    reference_noun: str = ""
    """The Dutch word for such a name in messages, if that is not its noun."""
    mention_field: str = ""
    """The field of a statement that lists the records it mentions; empty if it mentions none."""
    mention_label: str = ""
    """The heading above the records of the kind that a statement mentions."""
    cited_text: Callable[[Any], str] | None = None
    """The text that a citation quotes and the register keeps; None if it cannot be cited."""
    link_text: Callable[[Any], str] | None = None
    """The words of a link to a record in a list."""
    search_label: str = ""
    """The word for it among search results, if that is not its label."""
    search_weight: float = 0
    """How high it ranks among search results; 0 if it is not found by itself."""

    @property
    def collection(self) -> str:
        """Its plural as part of an address; empty if there is no list of its records."""
        return slugs.from_title(self.plural) if self.plural else ""

    @property
    def is_file(self) -> bool:
        return issubclass(self.model, File)

    @property
    def file_model(self) -> type[File]:
        """The model of a kind of content file.

        Raises:
            TypeError: it is no content file.

        """
        if not issubclass(self.model, File):
            raise TypeError(f"{self.key} is no kind of content file")
        return self.model

    @property
    def stored_model(self) -> type[Stored]:
        """The model of a kind whose records have a file of their own.

        Raises:
            TypeError: they have none.

        """
        if not issubclass(self.model, Stored):
            raise TypeError(f"{self.key} has no file of its own")
        return self.model

    @property
    def is_single_file(self) -> bool:
        return self.is_file and bool(self.file)

    @property
    def is_entry(self) -> bool:
        """Whether its records have a file of their own and share a page."""
        return issubclass(self.model, Entry)

    @property
    def has_slug(self) -> bool:
        """Whether the editor has to choose a slug for it."""
        return "slug" in self.model.model_fields

    @property
    def content_path(self) -> str:
        """The folder or file in which its records are written."""
        return f"content/{self.folder or self.file}"

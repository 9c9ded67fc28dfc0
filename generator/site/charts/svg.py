"""Drawings in SVG: shapes with a class, which the style sheet gives their colours."""

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

Point = tuple[float, float]


@dataclass
class Drawing:
    """A drawing that says what it shows: in a title and a description."""

    name: str
    """Tells this drawing from all others on its page."""
    title: str
    description: str
    width: int
    shapes: list[ET.Element] = field(default_factory=list)

    def text(self, at: Point, words: str, kind: str = "label") -> None:
        self._add("text", kind, x=at[0], y=at[1]).text = words

    def line(self, start: Point, end: Point, kind: str = "rule") -> None:
        self._add("line", kind, x1=start[0], y1=start[1], x2=end[0], y2=end[1])

    def box(self, at: Point, size: Point, kind: str, corner: float = 0) -> None:
        self._add("rect", kind, x=at[0], y=at[1], width=size[0], height=size[1], rx=corner)

    def circle(self, centre: Point, radius: float, kind: str) -> None:
        self._add("circle", kind, cx=centre[0], cy=centre[1], r=radius)

    def diamond(self, centre: Point, radius: float, kind: str) -> None:
        (x, y), r = centre, radius
        points = ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
        outline = " ".join(f"{_number(across)},{_number(down)}" for across, down in points)
        self._add("polygon", kind).set("points", outline)

    def _add(self, tag: str, kind: str, **numbers: float) -> ET.Element:
        shape = ET.Element(tag, {"class": kind})
        for name, value in numbers.items():
            shape.set(name, _number(value))
        self.shapes.append(shape)
        return shape

    def svg(self, height: float) -> str:
        """The drawing as text, ``height`` high."""
        told = {f"{self.name}-title": self.title, f"{self.name}-description": self.description}
        view = f"0 0 {self.width} {_number(height)}"
        root = ET.Element(
            "svg", {"viewBox": view, "role": "img", "aria-labelledby": " ".join(told)}
        )
        for tag, (name, words) in zip(("title", "desc"), told.items(), strict=True):
            ET.SubElement(root, tag, {"id": name}).text = words
        root.extend(self.shapes)
        return ET.tostring(root, "unicode")


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")

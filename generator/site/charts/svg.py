"""Drawings in SVG: shapes with a class, for which the style sheet sets the colours."""

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

Point = tuple[float, float]


@dataclass
class Drawing:
    """A drawing with a title and a description of what it shows."""

    name: str
    """Unique on the page; the ids of the title and the description begin with it."""
    title: str
    description: str
    width: int
    shapes: list[ET.Element] = field(default_factory=list)

    def text(self, position: Point, content: str, css_class: str = "label") -> None:
        self._add("text", css_class, x=position[0], y=position[1]).text = content

    def box(self, position: Point, size: Point, css_class: str) -> None:
        (x, y), (width, height) = position, size
        self._add("rect", css_class, x=x, y=y, width=width, height=height)

    def _add(self, tag: str, css_class: str, **attributes: float) -> ET.Element:
        shape = ET.Element(tag, {"class": css_class})
        for name, value in attributes.items():
            shape.set(name, _number(value))
        self.shapes.append(shape)
        return shape

    def svg(self, height: float) -> str:
        """The drawing as SVG text; ``height`` is in pixels, like all sizes here."""
        labels = {f"{self.name}-title": self.title, f"{self.name}-description": self.description}
        view = f"0 0 {self.width} {_number(height)}"
        root = ET.Element(
            "svg", {"viewBox": view, "role": "img", "aria-labelledby": " ".join(labels)}
        )
        for tag, (name, content) in zip(("title", "desc"), labels.items(), strict=True):
            ET.SubElement(root, tag, {"id": name}).text = content
        root.extend(self.shapes)
        return ET.tostring(root, "unicode")


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")

"""All record classes of the model."""

from generator.model import Record


def all_models(model: type[Record] = Record) -> set[type[Record]]:
    """The record classes of the program; a test may have invented others."""
    found = {model}.union(*(all_models(each) for each in model.__subclasses__()))
    return {each for each in found if each.__module__.startswith("generator.")}

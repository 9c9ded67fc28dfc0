"""All record classes of the model."""

from generator.model import Record


def all_models(model: type[Record] = Record) -> set[type[Record]]:
    return {model}.union(*(all_models(each) for each in model.__subclasses__()))

"""Every kind of record that the model knows."""

from generator.model import Record


def all_models(model: type[Record] = Record) -> set[type[Record]]:
    return {model}.union(*(all_models(each) for each in model.__subclasses__()))

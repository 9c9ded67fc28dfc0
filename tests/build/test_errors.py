"""Ordinary faults of the machine are put into words; any other error stays what it is."""

import errno
import os

import pytest

from generator.build.errors import FAULTS, MachineError, faults_in_words


@pytest.mark.parametrize("number", FAULTS, ids=errno.errorcode.get)
def test_a_fault_is_told_in_words_with_the_file(number: int) -> None:
    with pytest.raises(MachineError) as raised, faults_in_words():
        raise OSError(number, os.strerror(number), "build/docs/over.md")

    assert "(build/docs/over.md). " in str(raised.value)
    assert os.strerror(number) not in str(raised.value)


def test_a_fault_without_a_file_and_a_lack_of_memory_are_told_in_words() -> None:
    with pytest.raises(MachineError, match=r"^De schijf is vol\. "), faults_in_words():
        raise OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(MachineError, match="geheugen"), faults_in_words():
        raise MemoryError


@pytest.mark.parametrize("error", [FileNotFoundError(errno.ENOENT, "x"), OSError("x"), KeyError()])
def test_a_mistake_of_the_program_is_not(error: Exception) -> None:
    with pytest.raises(type(error)), faults_in_words():
        raise error

"""The crew of the page: whatever becomes of a function, the page goes on. Real processes, real kills."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable

import pytest

from generator.batch.processes import Limits
from generator.errors import BadValue, DataError
from generator.web.crew import Busy, Crew, Lost
from tests.web import deeds

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the address space is bounded on Linux")


def with_crew(work: Callable[[Crew], Awaitable[object]], *crew: object, **more: object):
    async def main():
        with Crew(*(crew or (2,)), **more) as made:
            return await work(made)

    return asyncio.run(main())


def lost(deed: Callable[..., object], *args: object, **limits: object) -> str:
    """Return the id of the fault with which a function was lost; the crew works on after it."""

    async def work(crew: Crew) -> str:
        with pytest.raises(Lost) as caught:
            await crew.run(deed, *args)
        assert await crew.run(deeds.added, 1, 2) == 3
        return caught.value.faults[0].id

    return with_crew(work, 1, Limits(**limits))


def test_a_function_runs_in_another_process():
    async def work(crew):
        assert await crew.run(deeds.added, 1, 2, more=3) == 6
        assert await crew.run(deeds.who) != os.getpid()

    with_crew(work)


def test_a_function_that_hangs_is_stopped_when_its_time_is_over():
    assert lost(deeds.hang, seconds=1) == "work.time"


@LINUX
def test_a_function_that_eats_memory_is_stopped():
    assert lost(deeds.eat, megabytes=600) == "work.memory"


@POSIX
@pytest.mark.parametrize(("deed", "args"), [(deeds.kill, ()), (deeds.leave, (5,))])
def test_a_function_that_ends_its_process_is_lost(deed, args):
    assert lost(deed, *args) == "work.died"


def test_a_function_that_ends_its_process_as_if_all_were_well_is_lost_in_time():
    assert lost(deeds.leave, 0, seconds=2) == "work.time"


def test_what_a_function_refuses_comes_with_its_faults():
    async def work(crew):
        with pytest.raises(DataError) as caught:
            await crew.run(deeds.refuse)
        assert [one.id for one in caught.value.faults] == ["text.empty"]
        with pytest.raises(BadValue, match="The end 1 is before the start 2"):
            await crew.run(deeds.refuse_a_value)

    with_crew(work)


def test_an_error_that_cannot_travel_ends_nothing():
    async def work(crew):
        with pytest.raises(RuntimeError, match="Odd: odd"):
            await crew.run(deeds.raise_what_cannot_travel)
        assert await crew.run(deeds.added, 1, 2) == 3

    with_crew(work, 1)


def test_a_result_that_cannot_travel_ends_nothing():
    async def work(crew):
        with pytest.raises(Exception):  # noqa: B017, PT011  whatever pickle calls it
            await crew.run(deeds.give_what_cannot_travel)
        assert await crew.run(deeds.added, 1, 2) == 3

    with_crew(work, 1)


@POSIX
def test_idle_processes_that_are_killed_are_replaced():
    async def work(crew):
        first = await crew.run(deeds.who)
        await asyncio.sleep(0.3)
        os.kill(first, signal.SIGKILL)
        assert await crew.run(deeds.who) != first

    with_crew(work, 1)


def test_whoever_is_cancelled_leaves_no_process_at_work(tmp_path):
    note = tmp_path / "note"

    async def work(crew):
        task = asyncio.create_task(crew.run(deeds.note, str(note), 2))
        await asyncio.sleep(1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await crew.run(deeds.added, 1, 2) == 3
        await asyncio.sleep(2)
        assert not note.exists()

    with_crew(work, 1)


def test_many_functions_wait_for_few_processes():
    async def work(crew):
        return await asyncio.gather(*(crew.run(deeds.who, 0.05) for _ in range(12)))

    assert len(set(with_crew(work, 2))) <= 2


def test_beyond_those_who_may_wait_the_crew_is_busy():
    async def work(crew):
        return await asyncio.gather(*(crew.run(deeds.who, 0.1) for _ in range(5)), return_exceptions=True)

    found = with_crew(work, 1, waiting=2)
    assert [type(one) for one in found] == [int, int, int, Busy, Busy]
    assert found[-1].faults[0].id == "work.busy"


def test_leaving_ends_the_processes_whatever_they_do():
    async def work(crew):
        task = asyncio.create_task(crew.run(deeds.hang))
        await asyncio.sleep(1)
        start = time.monotonic()
        await asyncio.to_thread(crew.close)
        assert time.monotonic() - start < 10
        task.cancel()
        await asyncio.wait([task])

    with_crew(work, 1)


def test_one_loop_after_the_other_may_have_the_same_crew():
    async def work(crew):
        return await asyncio.gather(*(crew.run(deeds.added, 1, one) for one in range(4)))

    with Crew(1) as crew:
        assert [asyncio.run(work(crew)) for _ in range(2)] == [[1, 2, 3, 4]] * 2

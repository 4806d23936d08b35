"""A request to end is taken as Ctrl-C is, while a command runs and no longer."""

import signal
import threading

import pytest

from generator.cli.stopping import stoppable

REQUESTS = [getattr(signal, name) for name in ("SIGTERM", "SIGBREAK") if hasattr(signal, name)]


@pytest.mark.parametrize("request_to_end", REQUESTS)
def test_a_request_to_end_interrupts(request_to_end):
    before = signal.getsignal(request_to_end)
    with pytest.raises(KeyboardInterrupt), stoppable():
        signal.raise_signal(request_to_end)
    assert signal.getsignal(request_to_end) == before


@pytest.mark.parametrize("request_to_end", REQUESTS)
def test_the_next_one_lets_it_tidy_up(request_to_end):
    with stoppable():
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(request_to_end)
        signal.raise_signal(request_to_end)


def test_a_request_that_is_ignored_stays_ignored():
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with stoppable():
            signal.raise_signal(signal.SIGTERM)
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)


def test_a_command_in_another_thread_runs_as_ever():
    entered = []

    def command():
        with stoppable():
            entered.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=command)
    thread.start()
    thread.join()
    assert entered == [signal.getsignal(signal.SIGTERM)]

"""An endpoint's address is checked before anything is sent."""

from __future__ import annotations

import pytest

from dragoman.consulting.addresses import door_of
from dragoman.errors import EndpointError


def leads_to(*addresses: str):
    return lambda _host, _port: list(addresses)


def test_a_name_is_asked_at_the_public_address_it_leads_to():
    door = door_of("https://llm.example.org/v1", leads_to("93.184.215.14", "2606:2800:21f::1"))
    assert door.url(0) == "https://93.184.215.14:443/v1/chat/completions"
    assert door.url(1) == "https://[2606:2800:21f::1]:443/v1/chat/completions"
    assert door.url(2) == door.url(0)
    assert (door.host, door.host_header) == ("llm.example.org", "llm.example.org")


@pytest.mark.parametrize(
    "address",
    ["10.0.0.7", "127.0.0.1", "192.168.1.4", "169.254.169.254", "::1", "fd00::1", "0.0.0.1",
     "::ffff:10.0.0.7", "100.64.0.1", "224.0.0.1", "fe80::1%eth0"],
)  # fmt: skip
def test_a_name_that_leads_to_no_public_address_is_refused(address):
    with pytest.raises(EndpointError, match=r"not public.*write its address"):
        door_of("https://llm.example.org/v1", leads_to(address))


def test_one_private_address_among_public_ones_is_enough_to_refuse():
    with pytest.raises(EndpointError, match=r"leads to 10\.0\.0\.7"):
        door_of("https://llm.example.org/v1", leads_to("93.184.215.14", "10.0.0.7"))


@pytest.mark.parametrize(
    "written", ["http://10.0.0.7:8000/v1", "http://[::1]:8000/v1", "https://192.168.1.4/v1"]
)
def test_a_private_address_is_used_where_the_user_wrote_it(written):
    assert door_of(written, leads_to()).url(0).endswith("/v1/chat/completions")


def test_localhost_is_this_machine_and_no_other():
    assert door_of("http://localhost:80/v1", leads_to("::1", "127.0.0.1")).url(0) == (
        "http://127.0.0.1:80/v1/chat/completions"
    )
    with pytest.raises(EndpointError):
        door_of("http://localhost/v1", leads_to("10.0.0.7"))


@pytest.mark.parametrize("written", ["http://2130706433/v1", "http://0x7f.1/v1"])
def test_an_address_in_disguise_is_a_name_like_any_other(written):
    with pytest.raises(EndpointError, match="not public"):
        door_of(written, leads_to("127.0.0.1"))


def test_nothing_goes_over_the_open_net_unencrypted():
    with pytest.raises(EndpointError, match=r"unencrypted\. Use its https"):
        door_of("http://llm.example.org/v1", leads_to("93.184.215.14"))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("llm.example.org", "no http or https"),
        ("ftp://llm.example.org", "no http or https"),
        ("https://", "no http or https"),
        ("https://me:secret@llm.example.org/v1", "user name or password"),
        ("https://llm.example.org/v1?key=secret", "goes on behind"),
        ("https://llm.example.org:99999/v1", "no address"),
    ],
)
def test_what_is_no_endpoints_address_is_said_to_be_none(written, said):
    with pytest.raises(EndpointError, match=said):
        door_of(written, leads_to("93.184.215.14"))


def test_a_name_that_leads_nowhere_is_said_to_do_so():
    def fails(_host, _port):
        raise OSError("no such host")

    with pytest.raises(EndpointError, match="leads nowhere"):
        door_of("https://llm.example.org/v1", fails)


def test_the_path_may_be_written_in_full():
    full = "https://llm.example.org/v1/chat/completions"
    assert door_of(full, leads_to("93.184.215.14")).path == "/v1/chat/completions"

"""`terradelta mcp` as its clients see it: the official client and the real command, or a server in this process."""

import json
import subprocess
import sys
import threading
import time

import anyio
import pytest
import torch

pytest.importorskip("mcp", reason="needs the extra [mcp]")

from mcp import Client, MCPError, StdioServerParameters, stdio_client

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.checkpoints.weights import save_weights
from mci_model.inference.predictor import load_predictor
from tests.factories.over_time.series import days, ndvi_folder, seasonal
from tools.catalogue import CATALOGUE
from tools.catalogue.change_tools import count_objects, describe_change, measure_area
from tools.json_values import to_json
from tools.workspace.workspace import Workspace
from ui import cli, mcp_server

COMMAND = "import sys; from ui.cli import run; code = run(sys.argv[1:])"
TORCHLESS = f"{COMMAND}; print('torch' in sys.modules, file=sys.stderr); sys.exit(code)"
NAMES = [function.__name__ for function in CATALOGUE]
CALLS = (
    ("describe_change", {}),
    ("count_objects", {"object_class": "building"}),
    ("measure_area", {"object_class": "building", "unit": "m2"}),
    ("count_objects", {"object_class": "castle"}),
    ("count_objects", {"object_class": "building", "path": "before.tif"}),
    ("measure_area", {"object_class": "building"}),
    ("inspect_pair", {"pair": "9"}),
)


@pytest.fixture(scope="module")
def weights(tiny_settings, tiny_vocabulary, tmp_path_factory):
    """Of a network that knows nothing, but looks quickly and sees something everywhere."""
    torch.manual_seed(0)
    network = ChangeInterpretationNetwork(tiny_settings).eval()
    return save_weights(network, tiny_vocabulary, tmp_path_factory.mktemp("weights") / "tiny.safetensors")


@pytest.fixture(scope="module")
def told(sample, weights, tmp_path_factory):
    """One conversation with the real command: its tools, its answers, and what else was said."""
    folder = tmp_path_factory.mktemp("mcp")
    files = ["--out", str(folder / "out"), "--weights", str(weights)]
    words = ["mcp", "--pair", str(sample.before), str(sample.after), *files]
    start = StdioServerParameters(command=sys.executable, args=["-c", COMMAND, *words], cwd=folder)
    stray = []

    async def keep(message):
        stray.append(message)

    async def talk(log):
        async with Client(stdio_client(start, errlog=log), mode="legacy", message_handler=keep) as client:
            tools = (await client.list_tools()).tools
            return client.instructions, tools, [await client.call_tool(name, given) for name, given in CALLS]

    with (folder / "log").open("w", encoding="utf-8") as log:
        instructions, tools, results = anyio.run(talk, log)
    said = (folder / "log").read_text(encoding="utf-8")
    return {"instructions": instructions, "tools": tools, "results": results, "stray": stray, "log": said}


@pytest.mark.slow
def test_the_tools_are_the_catalogue_and_take_nothing_else(told):
    assert [tool.name for tool in told["tools"]] == NAMES
    for tool, function in zip(told["tools"], CATALOGUE, strict=True):
        assert tool.input_schema["additionalProperties"] is False
        assert function.__doc__.startswith(tool.description)
        offered = set(tool.input_schema["properties"])
        assert offered == set(function.__annotations__) - {"workspace", "return"}
        assert not offered & {"path", "file", "url", "code"}


@pytest.mark.slow
def test_numbers_are_those_of_the_python_api(told, sample, weights, tmp_path):
    workspace = Workspace(tmp_path, lambda: load_predictor(weights))
    workspace.open(sample.before, sample.after)
    described, counted, measured = (result.structured_content for result in told["results"][:3])
    assert described["caption"] == describe_change(workspace).caption
    expected = to_json(count_objects(workspace, "building"))
    assert counted.keys() == expected.keys()
    assert [thing["pixels"] for thing in counted["objects"]] == [thing["pixels"] for thing in expected["objects"]]
    assert (counted["count"], counted["appeared"]) == (expected["count"], expected["appeared"])
    assert measured["value"] == pytest.approx(measure_area(workspace, "building", "m2").value)


@pytest.mark.slow
def test_text_and_structure_say_the_same(told):
    for result in told["results"][:3]:
        assert result.is_error is False
        assert [json.loads(part.text) for part in result.content] == [result.structured_content]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (3, "count_objects does not take this. object_class: Input should be 'building', 'road' or 'any'."),
        (4, "count_objects does not take this. path: Extra inputs are not permitted."),
        (5, "measure_area does not take this. unit: Field required."),
        (6, "There is no pair '9' in this conversation; there is 1."),
    ],
)
def test_what_cannot_be_is_an_error_with_a_sentence(told, place, sentence):
    result = told["results"][place]
    assert result.is_error is True
    assert result.structured_content is None
    assert [part.text for part in result.content] == [sentence]


@pytest.mark.slow
def test_nothing_but_answers_comes_back(told):
    assert told["stray"] == []
    assert told["log"] == ""
    assert "Pairs: 1 (before.tif, after.tif). The current one is 1." in told["instructions"]


@pytest.mark.slow
def test_the_handshake_and_the_list_need_no_torch_and_stdout_is_protocol_alone(sample, tmp_path):
    words = ["mcp", "--pair", str(sample.before), str(sample.after), "--out", str(tmp_path / "out")]
    who = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "by hand", "version": "1"}}
    asked = (
        {"id": 1, "method": "initialize", "params": who},
        {"method": "notifications/initialized"},
        {"id": 2, "method": "tools/list"},
    )
    command = [sys.executable, "-c", TORCHLESS, *words]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, **pipes, text=True, cwd=tmp_path) as server:
        lines = []
        for message in asked:
            print(json.dumps({"jsonrpc": "2.0", **message}), file=server.stdin, flush=True)
            if "id" in message:
                lines.append(server.stdout.readline())
        rest, log = server.communicate()
    first, second = (json.loads(line) for line in lines)
    assert first["result"]["serverInfo"]["name"] == "terradelta"
    assert [tool["name"] for tool in second["result"]["tools"]] == NAMES
    assert (rest, log.strip(), server.returncode) == ("", "False", 0)
    assert not (tmp_path / "out").exists(), "nothing is written before it is needed"


def ask(workspace, *calls, **named):
    """The answers of a server in this process."""

    async def talk():
        async with Client(mcp_server.build(workspace)) as client:
            return [await client.call_tool(name, given, **named) for name, given in calls]

    return anyio.run(talk)


def test_an_unknown_tool_is_told_which_there_are(workspace):
    with pytest.raises(MCPError, match=r"There is no tool 'run_python'; there is inspect_pair, describe_change, "):
        anyio.run(calling, workspace, "run_python")


async def calling(workspace, name):
    async with Client(mcp_server.build(workspace)) as client:
        try:
            await client.call_tool(name, {})
        except MCPError as error:
            refused = error
    raise refused


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ZeroDivisionError("at /home/someone/secret.py"), "ZeroDivisionError"),
        (PermissionError(13, "Permission denied", "/home/someone/out"), "PermissionError"),
    ],
)
def test_a_bug_reaches_the_client_without_its_place_and_the_log_with_it(workspace, monkeypatch, capsys, error, kind):
    def broken(_):
        raise error

    monkeypatch.setattr(workspace, "card", broken)
    bad, good = ask(workspace, ("inspect_pair", {}), ("count_objects", {"object_class": "building"}))
    assert bad.is_error is True
    assert bad.content[0].text == f"inspect_pair failed ({kind}); the log of the server tells more."
    assert good.structured_content["count"] == 7
    out, log = capsys.readouterr()
    assert out == ""
    assert "/home/someone" in log


def test_progress_is_told_to_who_asks_for_it(workspace):
    heard = []

    async def hear(done, total, message):
        heard.append((done, total))

    ask(workspace, ("describe_change", {}), progress_callback=hear)
    assert heard == [(1, 1)]


def test_calls_wait_for_each_other(workspace, eyes):
    async def talk():
        async with Client(mcp_server.build(workspace)) as client, anyio.create_task_group() as group:
            for name in ("describe_change", "detect_change", "tell_limits"):
                group.start_soon(client.call_tool, name, {})

    anyio.run(talk)
    assert eyes.looks == 1


@pytest.mark.slow
def test_work_ends_when_the_client_no_longer_waits(workspace, eyes, monkeypatch):
    begun, ended = threading.Event(), threading.Event()
    look = eyes.predict_part

    def slowly(*arguments):
        begun.set()
        try:
            while True:
                arguments[-1](1, 9)
                time.sleep(0.01)
        finally:
            ended.set()

    async def talk():
        async with Client(mcp_server.build(workspace)) as client:
            async with anyio.create_task_group() as group:
                group.start_soon(client.call_tool, "describe_change", {})
                await anyio.to_thread.run_sync(begun.wait)
                group.cancel_scope.cancel()
            await anyio.to_thread.run_sync(ended.wait)
            monkeypatch.setattr(eyes, "predict_part", look)
            return await client.call_tool("describe_change", {})

    monkeypatch.setattr(eyes, "predict_part", slowly)
    assert anyio.run(talk).structured_content["network_words"] == eyes.caption


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command up to where it would serve: exit code, stdout, stderr, and the workspace it would serve."""
    served = []
    monkeypatch.setattr(mcp_server, "serve", served.append)

    def start(*words):
        code = cli.run(["mcp", *map(str, words)])
        out, err = capsys.readouterr()
        return code, out, err, served

    return start


@pytest.mark.slow
def test_several_pairs_are_served_and_the_first_is_the_current_one(run, sample, write_raster):
    other = [write_raster(name) for name in ("early.tif", "late.tif")]
    code, out, err, (workspace,) = run("--pair", sample.before, sample.after, "--pair", *other, "--min-area", "20")
    assert (code, out, err) == (0, "", "")
    assert workspace.settings.min_area == 20
    assert [pair.id for pair in workspace.pairs] == ["1", "2"]
    assert workspace.pair() is workspace.pair("before")
    named = [{}, {"pair": "2"}, {"pair": "late"}]
    files = [a.structured_content["after"]["file"] for a in ask(workspace, *(("inspect_pair", one) for one in named))]
    assert files == ["after.tif", "late.tif", "late.tif"]


def test_a_series_is_served_without_a_pair(run, tmp_path):
    when = days(14)
    folder = ndvi_folder(tmp_path / "stack", when, seasonal(when, break_on=when[7]))
    code, out, err, (workspace,) = run("--series", folder, "--out", tmp_path / "out")
    assert (code, out, err) == (0, "", "")
    (answer,) = ask(workspace, ("series_change", {"index": "ndvi"}))
    assert answer.structured_content["first_day"] == when[7]
    assert str(tmp_path) not in str(answer.structured_content)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--pair", "no.tif", "nor.tif"), "no.tif was not found"),
        (("--pair", "no.tif"), "Option '--pair' requires 2 arguments"),
        ((), "Missing option '--pair'"),
    ],
)
def test_bad_input_is_one_sentence_before_anything_is_served(run, tmp_path, monkeypatch, words, complaint):
    monkeypatch.chdir(tmp_path)
    code, out, err, served = run(*words)
    assert (code, out, served) == (2, "", [])
    assert complaint in err
    assert len(err.strip().splitlines()) == 1
    assert not list(tmp_path.iterdir()), "nothing is left behind"


def test_without_the_extra_the_way_to_it_is_told(run, sample, monkeypatch):
    monkeypatch.setitem(sys.modules, "mcp", None)
    code, out, err, _ = run("--pair", sample.before, sample.after)
    assert (code, out) == (2, "")
    assert err.strip().endswith("needs an extra: pip install 'terradelta[mcp]'.")


def test_a_name_of_a_million_letters_is_refused_at_once(workspace):
    (answer,) = ask(workspace, ("compute_index", {"index": "x" * 1_000_000, "date": "before"}))
    assert answer.is_error
    assert answer.content[0].text == "index is 1,000,000 characters long; give at most 4,000."


@pytest.mark.slow
def test_a_line_that_is_no_message_is_answered_and_the_next_one_served(sample, tmp_path):
    words = ["mcp", "--pair", str(sample.before), str(sample.after), "--out", str(tmp_path / "out")]
    who = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "by hand", "version": "1"}}
    hello = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": who})
    sent = ("no json", "[" * 10_000, '{"jsonrpc": "2.0", "id": {}, "method": 3}', "\ud800", hello)
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    command = [sys.executable, "-c", TORCHLESS, *words]
    with subprocess.Popen(command, **pipes, cwd=tmp_path) as server:
        answers = []
        for line in sent:
            server.stdin.write(line.encode("utf-8", "surrogatepass") + b"\n")
            server.stdin.flush()
            answers.append(json.loads(server.stdout.readline()))
        server.communicate()
    *errors, welcome = answers
    assert [answer["error"]["code"] for answer in errors] == [-32700, -32700, -32600, -32700]
    assert all(answer["id"] is None for answer in errors)
    assert welcome["result"]["serverInfo"]["name"] == "terradelta"

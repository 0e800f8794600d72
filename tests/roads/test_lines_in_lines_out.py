"""`main.py understand` and `main.py match`: a line in is a line out, in order, and nothing else on that stream."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import migrate, open_engine, sessions
from storage.tables import Offer, Person
from tests.roads.running import assert_one_line, command

pytestmark = pytest.mark.road


class TestUnderstand:
    def test_a_line_in_is_a_line_out_in_order_and_nothing_else(self, tmp_path: Path) -> None:
        now = {"now": "2026-11-23T10:00", "tz": "Europe/Istanbul"}
        asked = [
            {"text": "Sıfır atık konusunda destek arıyoruz, salı öğleden sonra", **now},
            {"text": "We can share our experience with public transport, twice a month", **now},
            {"text": "iptal"},
            {"text": "14:30", "pending": "time", **now},
        ]
        ended = command(tmp_path, "understand", lines="".join(json.dumps(line) + "\n" for line in asked))
        said = [json.loads(line) for line in ended.stdout.splitlines()]
        assert [one["intent"] for one in said] == ["need", "offer", "cmd:cancel", "answer"]
        assert [one["lang"] for one in said[:3]] == ["tr", "en", "tr"]
        assert said[0]["windows"] == [{"kind": "days", "on": ["2026-11-24"], "start": "13:00", "end": "18:00"}]
        assert not [value for one in said for value in one.values() if value is None or value is False]
        assert {*said[2]} <= {"lang", "intent", "topics"}
        assert (ended.returncode, ended.stderr) == (0, "")
        assert list(tmp_path.iterdir()) == []

    def test_a_line_that_cannot_be_read_says_so_and_the_others_go_on(self, tmp_path: Path) -> None:
        far = '{"text": "yarın", "now": "9999-12-31T23:00"}'
        lines = [
            "{",
            "[]",
            '{"text": 5}',
            '{"text": "x", "now": "yesterday"}',
            '{"text": "x", "tz": "Ay/Marmara"}',
            far,
        ]
        ended = command(tmp_path, "understand", lines="\n".join([*lines, '{"text": "merhaba"}', ""]))
        said = [json.loads(line) for line in ended.stdout.splitlines()]
        assert [list(one) for one in said[:-1]] == [["error"]] * len(lines)
        assert said[-1]["intent"] == "smalltalk"
        assert (ended.returncode, ended.stderr) == (1, "")


class TestMatch:
    def test_experts_come_from_the_pool(self, tmp_path: Path) -> None:
        pool = tmp_path / "experts.jsonl"
        experts = [("a", "zero waste"), ("b", "public transport")]
        kept = [{"id": expert, "topics": [{"text": words, "lang": "en"}]} for expert, words in experts]
        pool.write_text("".join(json.dumps(one) + "\n" for one in kept), encoding="utf-8")
        asked = [{"query": "toplu taşıma"}, {"query": "sıfır atık"}]
        lines = "".join(json.dumps(line) + "\n" for line in asked)
        ended = command(tmp_path, "match", "--pool", str(pool), lines=lines + "nonsense\n")
        first, second, third = (json.loads(line) for line in ended.stdout.splitlines())
        assert [one["experts"][0][0] for one in (first, second)] == ["b", "a"]
        assert [one["topics"][0][0] for one in (first, second)] == ["public_transport", "recycling"]
        assert {*first} == {"topics", "experts", "verdict"}
        assert first["experts"][0][2][0]["code"]
        assert [*third] == ["error"]
        assert (ended.returncode, ended.stderr) == (1, "")

    def test_without_a_pool_they_come_from_the_database(self, tmp_path: Path) -> None:
        url = f"sqlite:///{tmp_path}/imece.db"
        with_an_offer(url, "kompost")
        ended = command(tmp_path, "match", lines='{"query": "kompost"}\n', database_url=url)
        (said,) = (json.loads(line) for line in ended.stdout.splitlines())
        assert [expert[0] for expert in said["experts"]] == [1]
        assert (ended.returncode, ended.stderr) == (0, "")

    def test_a_pool_that_is_none_is_one_clear_line(self, tmp_path: Path) -> None:
        pool = tmp_path / "experts.jsonl"
        pool.write_text('{"id": "a"}\n', encoding="utf-8")
        ended = command(tmp_path, "match", "--pool", str(pool), lines='{"query": "kompost"}\n')
        assert_one_line(ended.stderr, "line 1")
        assert (ended.returncode, ended.stdout) == (2, "")


def with_an_offer(url: str, words: str) -> None:
    """A database in which one expert shares this."""
    migrate(url)
    engine = open_engine(url)
    now = datetime.now(UTC)
    expert = Person(platform="telegram", account="1", language="tr", municipality="bursa/nilufer", created_at=now)
    offer = Offer(
        person=expert,
        municipality="bursa/nilufer",
        topics=[{"words": words, "topic": "recycling"}],
        format="online",
        languages=["tr"],
        per_month=2,
        created_at=now,
    )
    with sessions(engine).begin() as session:
        session.add_all([expert, offer])
    engine.dispose()

"""What people send besides words: a sticker, a photo, a voice note, a place, a contact, a file."""

import base64
from typing import Any

from bot.local.platform import Platform

Content = dict[str, Any]
ANY_KIND = ("caption", "media_group_id", "forward_origin")


def content_of(platform: Platform, kind: str, asked: Content) -> Content:
    """The fields of a message of that kind; what is asked for goes over the examples. KeyError when unknown."""
    if kind == "document":
        name, kept = asked.get("file_name", "not.txt"), asked.get("mime_type", "text/plain")
        file = platform.keep_file(name, kept, base64.b64decode(asked.get("content", "bWVyaGFiYQ==")))
        return {"document": file.as_document()}
    content = EXAMPLES[kind]
    return content | {key: asked[key] for key in (*ANY_KIND, *content) if key in asked}


def _file(number: int, **more: Any) -> Content:
    return {"file_id": f"CAACAgQ{number}", "file_unique_id": f"AgADq{number}", "file_size": 2048, **more}


EXAMPLES: dict[str, Content] = {
    "sticker": {
        "sticker": _file(1, type="regular", width=512, height=512, is_animated=False, is_video=False, emoji="👋")
    },
    "photo": {"photo": [_file(2, width=90, height=67), _file(3, width=800, height=600)]},
    "voice": {"voice": _file(4, duration=3, mime_type="audio/ogg")},
    "video": {"video": _file(5, width=640, height=360, duration=4)},
    "audio": {"audio": _file(6, duration=30)},
    "animation": {"animation": _file(7, width=320, height=240, duration=2)},
    "video_note": {"video_note": _file(8, length=240, duration=4)},
    "location": {"location": {"latitude": 40.2139, "longitude": 28.9384}},
    "venue": {
        "location": {"latitude": 40.2139, "longitude": 28.9384},
        "venue": {
            "location": {"latitude": 40.2139, "longitude": 28.9384},
            "title": "Halk Evi",
            "address": "Örnek Sokak 1",
        },
    },
    "contact": {"contact": {"phone_number": "+900000000000", "first_name": "Örnek", "last_name": "Kişi"}},
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
    "poll": {
        "poll": {
            "id": "5200000000000000001",
            "question": "Hangi gün?",
            "options": [
                {"persistent_id": "1", "text": "Salı", "voter_count": 0},
                {"persistent_id": "2", "text": "Perşembe", "voter_count": 0},
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
        }
    },
    "game": {"game": {"title": "Oyun", "description": "Bir oyun", "photo": [_file(9, width=90, height=67)]}},
}

"""What whoever runs the bot decides: read from the environment (`IMECE_…`) and an `.env` file."""

import re
from typing import Annotated, NamedTuple
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]{20,}")
UNNAMED = "Birlik"
PLATFORM = "telegram"
"""Where the chats in the settings are, as long as there is one platform."""


_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_LISTEN = re.compile(r"(?:(?P<host>[^\s/]+):)?(?P<port>\d{1,5})")
HERE = ("127.0.0.1", "localhost")


class Listen(NamedTuple):
    """Where a port is opened."""

    host: str
    port: int


class Settings(BaseSettings):
    """Raises pydantic's ValidationError when a value cannot be what it should."""

    model_config = SettingsConfigDict(
        env_prefix="IMECE_", env_file=".env", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    telegram_token: SecretStr | None = None
    telegram_url: str = "https://api.telegram.org"
    """Root of a Bot API server, without `/bot`."""
    database_url: str = "sqlite:///imece.db"
    coordinator_chats: Annotated[tuple[str, ...], NoDecode] = ()
    """Chats of the coordinators, comma-separated ids: a group or persons."""
    coordinator_language: str = Field("tr", pattern="^(tr|en)$")
    union_name: str = UNNAMED
    """Who the data controller is, as the privacy notice names it."""
    organizer_email: str = "imece@example.org"
    meeting_link: str | None = None
    """Template of a meeting's link; `{code}` becomes random for each meeting. Unset: coordinators are asked."""
    answer_days: int = Field(3, ge=1, le=30)
    """Working days a side has for answering a proposal."""
    confirm_people: bool = True
    """Whether names and contacts wait until a coordinator has confirmed the person."""

    quiet_hours: bool = True
    """Whether what can wait is held back from 20:00 to 08:00 in the person's zone."""

    webhook: str | None = None
    """The public https:// address to which Telegram brings updates; unset, they are fetched."""
    webhook_secret: SecretStr | None = None
    """What Telegram says with each update. Unset, it follows from the token."""
    webhook_listen: Annotated[Listen, NoDecode] = Listen(HERE[0], 8443)
    """Where updates arrive on this machine, from the reverse proxy that has the public address."""
    ops_listen: Annotated[Listen | None, NoDecode] = None
    """Where /healthz and /metrics are; unset, nowhere. Never behind the public address."""

    @property
    def names_controller(self) -> bool:
        """Whether the privacy notice names somebody in particular."""
        return self.union_name != UNNAMED

    @property
    def coordinator_addresses(self) -> tuple[tuple[str, str], ...]:
        """The coordinators' chats, each as (platform, chat)."""
        return tuple((PLATFORM, chat) for chat in self.coordinator_chats)

    @field_validator("coordinator_chats", mode="before")
    @classmethod
    def split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("webhook_listen", "ops_listen", mode="before")
    @classmethod
    def host_and_port(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        named = _LISTEN.fullmatch(value.strip())
        if not named or int(named["port"]) > 65535:
            raise ValueError("must be a port or host:port, as in 127.0.0.1:8443")
        return Listen((named["host"] or HERE[0]).strip("[]"), int(named["port"]))

    @field_validator("webhook")
    @classmethod
    def public(cls, value: str | None) -> str | None:
        named = urlsplit(value or "https://-")
        if not named.hostname or (named.scheme != "https" and (named.scheme != "http" or named.hostname not in HERE)):
            raise ValueError("must begin with https://")
        return value or None

    @field_validator("webhook_secret")
    @classmethod
    def hard_to_guess(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not _SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("must be 16 to 256 of the signs A-Z, a-z, 0-9, _ and -")
        return value

    @field_validator("telegram_token")
    @classmethod
    def like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("is no token: copy it anew from @BotFather, digits, a colon and what follows")
        return value

    @field_validator("database_url")
    @classmethod
    def known_engine(cls, value: str) -> str:
        if not value.startswith(("sqlite:///", "postgresql+psycopg://")):
            raise ValueError("must begin with sqlite:/// or postgresql+psycopg://")
        return value

    @field_validator("telegram_url")
    @classmethod
    def root(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/")

    @field_validator("meeting_link")
    @classmethod
    def holds_code(cls, value: str | None) -> str | None:
        if value and "{code}" not in value:
            raise ValueError("must hold {code}")
        return value or None

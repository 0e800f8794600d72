"""A Bot API server of our own on loopback, in memory, with the phones of the people who use it.

    with LocalTelegram() as telegram:                  # from bot.local.server
        ayse = telegram.person("Ayşe")
        ...                                            # run a bot against telegram.url with telegram.token
        ayse.says("/start")
        ayse.wait_for("Merhaba")
        ayse.presses("English")
        telegram.fails("sendMessage", "after")         # acts, then answers 502
        assert telegram.violations() == []

The phones page stands at telegram.url. A request goes wire → bot_api → schema → methods → platform; what people do
goes drive or people → phones → platform; what the bot is to hear waits in updates, what the page shows in feed.
"""

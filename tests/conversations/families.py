"""Sentences people write, in both languages, by what they are about."""

NEEDS = (
    "Sıfır atık konusunda deneyimli bir belediye arıyoruz, mümkünse online, önümüzdeki hafta salı öğleden sonra",
    "Katılımcı bütçe konusunda destek arıyoruz, yüz yüze görüşmek isteriz, perşembeleri sabah",
    "Yağmur suyu hasadını kim yapmış, konuşabilir miyiz?",
    "Hobi bahçeleri için deneyim paylaşacak birini arıyoruz, çevrim içi olsun",
    "We are looking for a city with experience in zero waste, online, next Wednesday afternoon",
    "We need help with participatory budgeting, any day works, in English",
    "Looking for advice on cycling lanes",
)
OFFERS = (
    "Sıfır atık konusunda deneyimimizi ayda 2 kez çevrim içi paylaşabiliriz",
    "Katılımcı bütçe ve iklim eylem planı konularında deneyim paylaşmak isteriz, iki ayda bir, fark etmez",
    "We can share our experience with zero waste and composting, one meeting a month, in English or Turkish, online",
    "We can share our work on participatory budgeting, two meetings a month, face to face",
    "Bisiklet yolları konusunda ayda 1 görüşme yapabiliriz, Türkçe ya da İngilizce",
)
WISHES = NEEDS + OFFERS + OFFERS[::2] + NEEDS[::4]
"""With zero waste more often, so that people find each other."""
SCENES = (
    (NEEDS[0], OFFERS[0], NEEDS[4], OFFERS[2]),
    (NEEDS[0], OFFERS[2], OFFERS[0], NEEDS[4]),
    (NEEDS[1], OFFERS[1], OFFERS[3], NEEDS[5]),
    (OFFERS[0], NEEDS[0], NEEDS[0], NEEDS[4]),
    (NEEDS[2], OFFERS[4], NEEDS[6], OFFERS[0]),
)
"""What the four wish for at first, so that most of them find each other."""
ANSWERS = (
    "evet",
    "yes",
    "hayır",
    "no",
    "olur",
    "1",
    "2",
    "3",
    "online",
    "face to face",
    "Türkçe ve İngilizce",
    "bu ay çok yoğunuz",
    "not this month",
    "ikincisi uygun",
    "bize uymaz, başka bir belediye olsun",
)
TIMES = (
    "salı 14:00",
    "yarın sabah",
    "çarşamba 14:30 olur mu?",
    "That time doesn't work, can we do Thursday at 11:00 instead?",
    "2 Aralık 15:00",
    "pazar günü",
    "geçen salı",
    "any Friday morning",
    "cuma öğleden sonra ya da pazartesi",
)
NONSENSE = (
    "merhaba",
    "thanks a lot",
    "hava bugün nasıl",
    "çöp konteyneri kırık, ne zaman değişecek?",
    "asdf qwer",
    "🙂",
    "a" * 4096,
    "<b>&\u202e{x}",
    "sıfır atık",
    "teşekkür ederim, iyi çalışmalar dilerim",
)
ORDERS = ("geri", "iptal", "back", "cancel", "durum", "yardım", "skip", "atla", "English please", "Türkçe yazalım")
COMMANDS = (
    "/start", "/need", "/paylas", "/durum", "/profil", "/yardim", "/dil", "/tr", "/en", "/iptal", "/geri",
    "/koordinator", "/verilerim", "/sil", "/aydinlatma", "/start abc", "/nothing",
    "/sikayet", "/kayit",
)  # fmt: skip
SENTENCES = NEEDS + OFFERS + ANSWERS + TIMES + NONSENSE + ORDERS

FITTING = {
    "topic": ("sıfır atık", "participatory budgeting", "hobi bahçeleri", "bisiklet yolları"),
    "topics": ("sıfır atık, katılımcı bütçe", "zero waste", "bisiklet yolları"),
    "whom": ("1", "2", "iptal"),
    "text": ("Nereden başlayacağımızı bilmek isteriz.", "Three years of work in all quarters.", "atla"),
    "format": ("online", "yüz yüze", "fark etmez"),
    "place": ("bizde", "1", "Kültür merkezi"),
    "time": ("salıları öğleden sonra", "fark etmez", "next week", "her gün 10-12"),
    "languages": ("Türkçe", "English", "Türkçe ve İngilizce"),
    "capacity": ("1", "ayda 2", "twice a month", "iki ayda bir"),
    "name": ("{name}",),
    "municipality": ("{town}",),
    "confirm": ("evet", "yes"),
    "contact": ("{contact}", "atla", "skip"),
    "link": ("https://meet.example/room",),
    "until": ("ay sonuna kadar", "1", "3"),
    "how_long": ("1", "2", "yalnızca bu talep"),
    "start": ("perşembe 11:00", "next Tuesday 15:00", "2 Aralık 10:00"),
    "side": ("1", "2"),
    "which_proposal": ("1", "2"),
    "erasure": ("delete everything", "kalsın", "her şeyi sil", "keep", "önce bana bir kopya gönder"),
}
"""Answers that fit, by the kind of question."""

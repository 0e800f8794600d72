"""Which words of a message are its topics, to the letter; they stand in [brackets]."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from conversations.understanding import read

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Istanbul"))
SAID = [
    "[Sıfır emisyonlu otobüs] alımında tecrübe kazanmış belediye var mıdır acaba?",
    "Biz [taşınmaz envanteri] çıkarıyoruz ama işin içinden çıkamadık, yardım eder misiniz",
    "Komşu belediyelerden [kent mobilyası tasarımı] için yardım bekliyoruz",
    "[Okul servis güzergâhları] konusu bizi zorluyor, deneyimi olan biri yol göstersin",
    "Belediyemizde [engelli bireylerin istihdamı] çok düşük kaldı; bu oranı yükselten belediyelerle tanışmak istiyoruz",
    "bize [kentsel tasarım rehberi] hazırlamayı öğretecek biri lazım",
    "[İklim dirençli altyapı] nasıl finanse edilir? Bunu başaranla görüşelim",
    "[Semt konağı] işletmek isteyen bir ilçeyiz, deneyimlerinizi dinlemek isteriz",
    "[e-ruhsat sistemine geçiş] sürecindeyiz, bu süreci tamamlamış bir belediye ile çevrim içi görüşmek istiyoruz",
    "Müdürlüğümüz [hafriyat döküm sahalarının denetimi] hususunda bilgi talep etmektedir",
    "[Cenaze hizmetleri yazılımı] almak üzereyiz, kullananlardan görüş almak isteriz",
    "Haziran ayında [çocuk festivali] düzenleyeceğiz, daha önce düzenleyen bir belediyeden tavsiye almak istiyoruz",
    "[kadına yönelik şiddetle mücadele] birimimizi kuracağız, örnek model arıyoruz",
    "[Belediye şirketlerinin denetimi] ile alakalı bir mentora ihtiyacımız var",
    "[Sokak aydınlatmasında tasarruf] sağlamak istiyoruz. Kim yaptı?",
    "[Toplu iş sözleşmesi] görüşmelerinde deneyimli bir İK müdürü arıyoruz",
    "Sizden ricamız [kent arşivi] kurma konusunda bize bir belediye önermeniz",
    "[psikososyal destek] birimi olan bir belediyeyle görüşmek istiyoruz",
    "[Yapay zekâ destekli çağrı merkezi] kurduk, görmek isteyen buyursun",
    "Ekibimiz [kaçak yapı tespiti] konusunda çok iyi, paylaşmaya hazırız",
    "[Sokak hayvanı aşılama] işini yıllardır yapıyoruz, tecrübemizden yararlanmak isteyen olursa buradayız",
    "[Kooperatif pazarı] deneyimimizi anlatabilirim, perşembe hariç",
    "[katı atık aktarma istasyonu] konusunda uzmanım, soruları yanıtlarım",
    "Elimizde iyi bir [emlak vergisi tahsilat] modeli var, isterseniz paylaşalım",
    "biz [muhtar toplantıları] düzenlemede ustayız, isteyene gösteririz",
    "[Yeşil bina sertifikası] almış bir belediyeyiz, süreci anlatabiliriz",
    "[Deprem çantası dağıtımı] yaptık geçen yıl, nasıl yaptığımızı paylaşırız",
    "We need a hand with [stormwater fees].",
    "Has anybody got experience of [pedestrianising high streets]?",
    "Can you put us in touch with a town that runs [school street schemes]?",
    "We are planning to introduce [pay-as-you-throw] and want to avoid beginners' mistakes.",
    "Our mayor is keen on [superblocks]; who has done this?",
    "Any city out there with a good [tree protection bylaw]?",
    "I'd like to understand how others fund [youth centres].",
    "We are thinking about [land value capture] and would like a sparring partner.",
    "Does any Turkish municipality have a [municipal bakery]? We would like to visit.",
    "Please connect us to somebody who knows [asbestos removal in public buildings].",
    "[Flood barriers] – who has experience?",
    "Advice wanted: [electric bus depots]",
    "We're new to [gender budgeting]. Could we talk to a council that isn't?",
    "Our council wants to learn from others about [managing seasonal tourism].",
    "How do you deal with [feral pigeons]?",
    "Anyone interested in [ice rink management] can call us.",
    "We've just finished our [green infrastructure strategy] and would be happy to present it.",
    "You can learn from our mistakes in [e-scooter licensing].",
    "Feel free to ask us about [waterfront redevelopment].",
    "Put me down as a mentor for [volunteer coordination].",
    "Antalya Büyükşehir Belediyesi’nden yazıyorum, [Kıyı Alanları Yönetimi] hakkında görüşmek istiyoruz",
    "Bornova Belediyesi'nden Deniz, [Akıllı Ulaşım Sistemleri] için destek arıyoruz",
    "Ümraniye Belediyesi’nden [Dijital Kütüphane] konusunda bilgi almak istiyoruz",
    "bizim ilcede [yasli bakimi] cok zayif, nasil gelistirebiliriz bilen var mi",
    "[cevre denetimi], [gurultu olcumu] ve [hava kirliligi] konularinda egitim istiyoruz",
    "[Kent bostanları], [kompost] ve [tohum takası] hakkında deneyimli belediye arıyoruz",
    "Hem [otopark] hem de [trafik cezaları] konusunda danışmak isteriz",
    "İki ihtiyacımız var: birincisi [stratejik plan], ikincisi [iç denetim]",
    "[Meclis kararlarının yayınlanması] ile ilgili nasıl bir yöntem izliyorsunuz?",
    "[Belediye taşınmazlarının kiralanması] konusunda hukuki görüş değil, uygulama tecrübesi arıyoruz",
    "[katı atık tesisi] kurulumunda bize destek olacak bir belediye rica ediyoruz",
    "[KVKK uyum süreci] konusunda deneyimli hukukçu arıyoruz",
    "[Yerel eşitlik eylem planı] hazırlama sürecinde edindiğimiz tecrübeyi aktarmaya hazırız",
    "elimizden geldiğince [okul bahçesi dönüşümü] hakkında yardımcı olabiliriz",
    "Afetten sonra [enkaz yönetimi] yaptık, bu deneyim paylaşılmalı; hazırız",
    "We need help with both [housing] and [homelessness]",
    "Interested in [waste-to-energy plants]. Any contacts?",
    "Please help us find a city experienced in [public Wi-Fi]",
    "We would like advice about two issues: [street trading licences] and [market inspections].",
    "Our problem is [dog waste in parks]; ideas welcome",
    "Searching for know-how in [flood early warning]",
    "[Multilingual citizen hotlines] – looking for examples",
    "We are a small town and don't know how to start with [climate risk assessment].",
    "Looking for someone who can explain [digital building permits] to our staff",
    "I wonder how you organise [winter road maintenance]",
    "We would benefit from a peer review of our [energy action plan]",
    "Could we get in touch with the team behind the [bike library]?",
    "In exchange for help with [GIS], we offer [archive digitisation]",
]


@pytest.mark.parametrize("marked", SAID)
def test_the_topics_are_those_words_and_no_others(marked: str) -> None:
    wanted = re.findall(r"\[([^\]]*)\]", marked)
    text = re.sub(r"[\[\]]", "", marked)
    assert [topic.text for topic in read(text, now=NOW).topics] == wanted

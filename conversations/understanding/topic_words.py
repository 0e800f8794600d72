"""The words that frame a topic, on its left or on its right, and those that are never part of one."""

import re

_EXP = r"(?:deneyim|tecrube|bilgi|birikim|uzmanlig|know-how|expertise|bilgi birikim|bilgi ve deneyim|ornek uygulama|uygulama ornek|yaklasim)"
_OURS = r"(?:lerimiz|larimiz|imiz|umuz|miz|muz|lerim|larim|im|m)(?:i|u|den|dan|n|in|ile|le|yi)?"

# (rank, words that stand right behind the topic, whether a plural of them joins several)
BEHIND: tuple[tuple[int, re.Pattern[str], bool], ...] = tuple(
    (rank, re.compile(pattern), many)
    for rank, pattern, many in (
        (1, r"\bkonu(?:sunda|sundaki|sunun|larinda|larindaki|suyla|sunu|larini|suna|lari|su)\b(?! olarak)", True),
        (1, r"\b(?:hakkinda(?:ki)?|alanin(?:da|daki)|alanlarin(?:da|daki)|(?:(?:ile|le|la) )?(?:ilgili|alakali)|noktasinda(?:ki)?|ozelinde|meselesi\w*|mevzusu\w*|bahsinde|basliginda\w*|temasinda|bazinda|ekseninde|cercevesinde|odaginda|odakli|tarafinda(?:ki)?|hususunda(?:ki)?|hususlarinda(?:ki)?)\b", True),
        (2, r"\b(?:uzerin[ed]e?(?:ki)?|dair|iliskin|kapsaminda(?:ki)?|baglaminda)\b", False),
        (2, rf"\b{_EXP}(?:lerimiz|larimiz|imiz|umuz|lerim|miz|im|m)(?:i|u|den|dan|in|e|yi|da)?\b", False),
        (2, r"\b(?:konulu|temali|alanlarinda)\b", False),
        (2, r"\b(?:uzmani(?:miz|m|yiz|yim)?|uzmanlar(?:i|imiz)|uzman(?:imiz|larimiz|im)|expert(?:imiz|i)|ekib(?:imiz|i)|mentor(?:u|lugu|luk)\w*|danismanlig\w*|rehberlig\w*|desteg\w*|egitmen\w*)\b", False),
        (3, r"\b(?:bilen|iyi (?:bilen|yapan)|kur(?:an|mus|mus olan|ulumu yapan)|islet(?:en|mis)|hazirla(?:yan|mis)|yap(?:an|mis|ma tecrubesi)|uygula(?:yan|mis)|yurut(?:en|mus)|gerceklestir(?:en|mis)|calis(?:an|mis)|cozen|cozmus|yonet(?:en|mis)|gec(?:en|mis)|ac(?:an|mis)|gelistir(?:en|mis)|tasarla(?:yan|mis)|baslat(?:an|mis)|hayata gecir(?:en|mis)|olustur(?:an|mus)|tamamla(?:yan|mis)|deneyimle(?:yen|mis)|basar(?:an|mis)|kullan(?:an|mis)|kulland\w*|dusur(?:en|mus)|azalt(?:an|mis)|artir(?:an|mayi|mis)|cikar(?:an|mis)|ureten|uretmis|denetleyen|toplayan|planla(?:yan|mis))\b", False),
        (3, rf"\b{_EXP}(?:i|si|ine|ler[iu]|e)?\s+(?:olan|bulunan|sahibi|yuksek|fazla|var)|\b(?:deneyimli|tecrubeli|uzman(?:las\w*)?|basarili|iyi olan|yetkin|bilgili|guclu|oncu)\b(?=\s*(?:bir\w*|belediye\w*|uzman|kisi|ekip|personel|olan|kent|sehir|meslektas|biri\w*|mentor|\W|$))", False),
        (3, r"\b(?:calis|proje|sistem|surec|model|uygulama)\w*(?:ni|nin)?\s+(?:nasil|yurut)\w*|\b(?:nasil|neler)\b", False),
        (4, r"\bicin\b", False),
        (5, r"\b(?:kur(?:duk|acagiz|uyoruz|mak|mayi|maya|du|mamiz|ulacak|ulumu|alim|sak)|ac(?:acagiz|tik|iyoruz|mak|mayi|maya)|baslat(?:tik|acagiz|iyoruz|mak|mayi)|basliyor|hazirl(?:adik|iyoruz|ayacagiz|amak|ik)|hazirla(?:dik|mak|maya|yacagiz)|yap(?:mak|acagiz|tik|iyoruz|mayi|tirdik|alim)|yurut(?:uyoruz|tuk|mek)|uygul(?:uyoruz|adik|amak)|uygula(?:dik|mak|maya|yacagiz)|islet(?:iyoruz|mek|ecegiz)|gelistir(?:dik|iyoruz|mek|mayi|meyi)|planl(?:iyoruz|adik)|olustur(?:duk|mak|acagiz|uyoruz|mayi)|hayata gecir\w*|devreye al\w*|calistik|tamamla(?:dik|mak)|cozduk|yenile(?:mek|yecegiz|dik)|duzenle(?:mek|yecegiz|dik)|iyilestir(?:mek|dik|ecegiz)|gecmek istiyor\w*|gectik|azalt(?:mak|tik)|artir(?:mak|dik)|yay(?:gin)?las\w*|yonet(?:iyoruz|mek)|anlatabilir\w*|gosterebilir\w*|ogretebilir\w*|anlatiriz|ogrenmek|danismak|gorusmek|konusmak|paylasabilir\w*|paylasiriz|paylasmak|mentorluk|egitimi ver\w*|iyiyiz|gucluyuz|uzmaniz|zorlaniyor\w*)\b", False),
        (6, r"\b(?:belediye|biri|birisi|birini|uzman|mentor|destek|yardim)\w*\s+(?:ariyor|lazim|var|istiyor)\w*", False),
    )
)  # fmt: skip

_PREP = r"(?:in the (?:field|area|areas|domain|subject|topic) of|related to|with regard to|with respect to|in terms of|in|with|on|about|for|regarding|concerning|around|of|at|relating to)"
_WHO = r"(?:(?:some|any|other|another|fellow|small|smaller|new|a|an|the|our|your|you|us|anyone|anybody|others?|people|people who|municipalit\w+|cit\w+|towns?|colleagues?|peers?|everyone|somebody|someone|who|is|are|want|wants|abroad|up to \w+ municipalities(?: a month)?|once)\s+){0,5}?"

# (rank, words that stand right before the topic)
BEFORE: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (rank, re.compile(pattern))
    for rank, pattern in (
        (1, r"\bon two (?:things|topics|subjects|issues)[,:]?\s*"),
        (1, rf"\b(?:experience[ds]?|expertise|experts?|specialists?|know-?how|knowledge(?:able)?|skills?|skilled|background|good|best|strong|great|trained|versed|interested|competent|lessons|practices?|expret|insights?|track record|proficient|success(?:ful)?|excel\w*)\s+(?:we (?:have )?(?:learned|gained) )?{_PREP}\s+"),
        (1, rf"\b(?:help|support|advice|assistance|guidance|mentor(?:s|ing|ship)?|menter|training|input|information|tips|workshops?|advise|coach(?:ing)?|teach|train|assist|consult(?:ing|ancy)?|pointers|recommendations?|insight|peers?|partners?|partner city|counterpart|buddy)\s+{_WHO}{_PREP}\s+"),
        (1, r"\b(?:on the (?:topic|subject|issue|question|matter) of|in the (?:field|area|areas|domain|subject) of|when it comes to|regarding|concerning|with regard to|related to)\s+"),
        (2, r"\b(?:about|around)\s+(?!(?:\d|us\b|it\b|that\b|me\b|this\b|you\b))"),
        (2, r"\b(?:learned|learnt|learn|know|hear|talk(?:ing)?|speak(?:ing)?|meeting|meet|discuss(?:ing|ion)?|conversation|dialogue|exchange(?: of experience)?|session|call)\s+(?:\w+\s+){0,3}?(?:about|on|regarding|around|concerning)\s+"),
        (2, r"\b(?:knows?|knowing|know) (?:a lot |something |much |all )?(?:about\s+)?(?!(?:any|of|someone|who|how|a municip|which|if|that))"),
        (2, r"\b(?:mentor(?:ing)? (?:in|on|for)|expert(?:s)? (?:in|on)|our expert on|discuss(?:ing)?)\s+"),
        (3, r"\bhow (?:to|we|you|they|others|cities|other \w+|your \w+|\w+ municipality)?\s*(?:have |has |did |do |can |could |should )?(?:\w+\s+)?(?:handled?|manage[ds]?|deal[st]? with|run|runs|set up|organi[sz]ed?|finance[ds]?|plan|planned|design(?:ed)?|build|built|tackled?|reduced?|improved?|introduced?|approach(?:ed)?|implemented?|developed?|prepare[ds]?|start(?:ed)?|solved?|made|make|do|did|cut|moved?|keep|kept|use[ds]?|collect(?:ed|s)?)\s+"),
        (3, r"\b(?:have|has|had|have just|that|who|already|to|we|and|be|about to|planning to|started|just)?\s*(?:set(?:ting)? up|roll(?:ed|ing)? out|launch(?:ed|ing)?|establish(?:ed|ing)?|buil[dt](?:ing)?|runs?|running|ran|introduc(?:e|ed|ing)|implement(?:ed|ing)?|develop(?:ed|ing)?|design(?:ed|ing)?|prepar(?:e|ed|ing)|start(?:ed|ing)?|creat(?:e|ed|ing)|done|did|manag(?:es|ed|ing)|improv(?:e|ing|ed)|reduc(?:e|ing|ed)|upgrad(?:e|ing|ed)|draft(?:ed|ing)?|organi[sz](?:e|es|ed|ing)|deal(?:s|t|ing)? with|solv(?:e|ed|ing)|tackl(?:e|ed|ing)|complet(?:ed|ing)|finish(?:ed|ing)|pilot(?:ed|ing)|adopt(?:ed|ing)|operat(?:es|ed|ing)|restor(?:e|ed|ing)|convert(?:ed|ing)?|handl(?:es|ed|ing)|moderni[sz](?:e|ed|ing)|open(?:ed|ing)?|struggling with)\s+(?!(?:to|over|from|preparing|with a|a meeting|an online)\b)"),
        (4, r"\b(?:need|needs|require|requires|seeking|looking for|want)\s+(?!(?:a|an|to|some|help|support|someone|somebody|any|advice|for|one|peer|municip|cit)\b)"),
        (4, r"\b(?:share|sharing)\s+(?:our|my|its|their|the|some)\s+(?!(?:experience|expertise|know|knowledge|lessons|insight|learning|story)\w*)"),
        (4, r"\b(?:teach|show|offer|present|explain)\s+(?:others |you |anyone |people |other municipalities )?(?!(?:you|us|our|to|how|a|an|others|mentor\w*|help|support|advice)\b)"),
    )
)  # fmt: skip

COLON = re.compile(
    r"\b(?:ariyoruz|ariyorum|araniyor|ihtiyac(?:imiz)?|lazim|destek|yardim|konu(?:muz|lar|su)?|talep|paylasabiliriz|paylasiriz|olabiliriz|verebiliriz|uzmanimiz var|deneyim|tecrube|mentor|mentorluk|sunabiliriz|teklif|belediye"
    r"|needs?|needed|wanted|looking for(?: help| support| advice| a peer)?|help|support|topics?|subject|share|offer(?:ing|s)?|can (?:share|mentor|offer|teach|help)|request|seeking|expert(?:ise)?|experience|things|interested in|re|about|mentor(?:ing)?|advice|recommend a peer city)"
    r"\s*(?::|\s-|\s-\s|\?)\s*"
)
HEM = re.compile(r"\bhem(?: de)?\s+([a-z0-9 ]{3,60}?)\s*,?\s+hem(?: de)?\s+([a-z0-9 ]{3,60}?)(?=\s+(?:konu|hakkinda|alan|deneyim|tecrube|bilgi|icin|ile ilgili|uzerine|uzman|destek|egitim|birikim))")
TWO = re.compile(r"\b(?:iki (?:ayri )?(?:konu|alan|baslik|sey)\w*|two (?:things|topics|subjects|areas|issues|needs|questions)|both|iki ihtiyac\w*|2 konu\w*|2 topics)\b")

STOPS_TR = frozenset(
    "biz bize bizim bizi bizde ben benim bana beni siz size sizin sizi sizden acaba merhaba merhabalar selam selamlar olarak adina su hani ya yani sey "
    "simdi bir bu o ise ki cunku ama fakat ancak ayrica bunun karsiliginda hem var yok olan belediyesi belediyemiz belediyemizde belediyemizin belediye belediyeler belediyelere belediyelerle belediyeye belediyenin belediyeyle "
    "mudurlugu mudurlugunde mudurlugunden mudurlugumuz baskanligi baskanliginda ekibimiz ekibimizde ekibimizin bunyesinde bunyemizde yildir senedir kez kere baska isteyen olursa diger ozellikle mesela ornegin bayagi sayin yetkili degerli "
    "deneyimli tecrubeli icin lazim acil lutfen hocam arkadas arkadaslar bey hanim konuda konularda alanda ilk artik cok da de su an sizce gerek gunaydin iyi gunler calisiyorum calismalarimiz "
    "bulunmaktayiz son uc birden fazla gelecek yakinda once sonra buna karsilik karsin dolayi nedeniyle uzere gore kadar beri itibaren kolay gelsin ilcemizde ilcemizin sehrimizde kentimizde birkac bazi tum butun hangi nasil kim neden ne "
    "mi mu misiniz yuzden dahil haric belki galiba sanirim herhalde aslinda acikcasi gecen hala henuz daha onlardan onlar "
    "dun bugun yarin ihtiyac destek yardim uzman mentor bakanligi valiligi nin kisaca kisacasi oncelikle ikincisi birincisi ilki digeri bunlar ihtiyacimiz talebimiz konumuz sorumuz belediyesinden belediyesinde belediyesine belediyesinin belediyesiyiz".split()
)  # fmt: skip
STARTERS = re.compile(r"^(?:hakkinda|konusunda|alaninda|ilgili|uzerine)$")
VERB_TR = re.compile(
    r"(?:[iu]yor(?:um|uz|sunuz|lar|du\w*)?|[dt][iu](?:k|m)|[ae]ca[gk]\w*|[ae]ce[gk]\w*|m[ae]kte\w*|maktay\w*|[ae]rak|[iu]nca|ken|[ae]biliriz|[ae]bilir(?:im|ler)?|[iu]r[iu]z|[ae]r[iu]z|eyiz|ayiz|mal[iu]y[iu]z|iyoz|s[iu]n|d[iu]r)$"
)
NOT_VERBS = frozenset("mekan erken adim eylem kadin elektrik politik turk otizm taktik lojistik akustik plastik jeotermik istatistik pratik teknik estetik turistik dinamik genetik robotik mutfak park nitelik yasin kesin basin icin egitim iken yetkin zengin derin olgun uygun yogun altin bilgin insan orman yonetim botanik statik optik grafik trafik mimarlik saglik denetim ulasim kadir vadir tedarik bitkisel ekosistem".split())
STOPS_BOTH = frozenset("konusunda hakkinda alaninda ariyoruz lazim arıyoruz paylasabiliriz".split())
STOPS_EN = frozenset(
    "who that which whom whose please but because so maybe preferably ideally if when while where before after since we i you they our is are was were has have had would could can will already "
    "either asap urgently today soon lately this next by until during between twice once every as because though perhaps also too then thanks thank kindly well better successfully before now yet "
    "somewhere anywhere it us me he she be been being do does did not never and/or ideally may might must let hi hello best regards cheers works work online among yesterday tomorrow properly effectively yourselves ourselves together recently currently "
    "konusunda icin alaninda hakkinda ariyoruz lazim olursa olur ama ve".split()
)  # fmt: skip
STOP_PHRASE = re.compile(
    r"(?:with (?:another|other|others|a |an |any|some|you|us|your|them|fellow|people|colleagues|experts?|municip|cit)|to (?:other|others|any|anyone|fellow|you|us|municip|cit|colleagues|interested|be\b|share|help|learn|meet|discuss|see|work|offer)|for (?:other|others|any|anyone|us|you|our|fellow|interested)|and (?:we|i|could|can|would|are|have|want|need|our|they|also|in return|is|will|it|you|looking|share|a meeting|meet|please|offer)|in (?:return|exchange|our|my|your|person|english|turkish|german|french|arabic|the (?:next|coming|morning|afternoon|evening|near)|general|particular|order|their|a meeting|a call)|at (?:our|the (?:moment|municip)|least|most|all|your)|from (?:our|you|your|other|another|a |abroad|someone|municip|cit|any|last|next)|over (?:the|a)|on (?:a |mon|tue|wed|thu|fri|our|your|zoom|teams)|up to|two |three |right now|of (?:our|course)|or (?:we|can|could|are)|such as|like |as (?:well|soon)|free of charge|here at|including|via |through (?:a|our|the)\b|under our)\b"
)
SKIPPED_FIRST = frozenset("a an the our your their its some any my how to new first his her more this setting running building preparing making creating establishing good better one".split()) - {"new", "first"} | frozenset({"first"})
NEVER_FIRST = frozenset("us it you me them that which who whom others another someone somebody anyone anybody these those we i is are if whether two three each other municipality municipalities city cities town towns people colleagues english turkish what where when why please help support advice free least most once all".split())
EDGES = frozenset(
    "a an the our your their its some any my of in on at for with to and or by from as new own ve ile bir su bu o da de ki ya yani icin mi the such very more how hem konusu konu konusunda konulari olacak olsun olur hakkinda konumuz topic about is it's it "
    "well too also please lutfen yeni ilk ilgili alan alani alaninda gibi sey seyler diye one that this these basta olmak uzere genel biraz biz bizim bize ozellikle mesela ornegin tabii evet hayir yes no ok tamam subject would be like merhaba hello hi istiyoruz olabilir istiyorum diyelim basligi i'd i we'd we let's say".split()
)  # fmt: skip
LEAD_VERB = re.compile(r"^(?:olarak|adina|its|it's)$")
TAILS = re.compile(r"^(?:calisma(?:lar)?(?:i|ini|imiz|imizi|larini|sini|si)?|proje(?:si|sini|ler|leri|lerini|miz)?|isi|isini|islerini|konusu|konulari|surecini|uygulamasini|yapma|hazirlama|hesab[iu]|hesaplarini|initiative|project|projects|work)$")
GENERIC = frozenset(
    "belediye belediyesi belediyeler belediyeyi destek yardim konu konular konuda gorusme gorusmek gorusmeler toplanti toplantilar bulusma deneyim tecrube bilgi uzman uzmanlar online zaman gun saat hafta ay is isler isi sey bir iki uc biri birisi biriyle birini kisi ekip mentor yol cozum fikir "
    "municipality municipalities city cities town help support advice experience meeting meetings someone somebody anyone topic topics thing things time day week month year online person people peer partner partners expert experts call calls video discussion chat talk exchange two three one us you others other another ourselves yourself it that this such abroad similar size visit visitors staff colleagues team first second "
    "ortak kent sehir ornek ilgili uygun musait arkadas meslektas guzel iyi son ayri karsilikli yuz yuze tarih not bizim sizin kendi hemen acilen merhaba hello hi bulunan paylasim paylasimi best good practices practice looking forward moment information subject share sharing interested happy mentoring mentorluk faydali faydasi tesekkur tesekkurler saygilar saygilarimla birlik union mbb imece belediyemiz belediyemizin municipal experienced how possible bize size".split()
)  # fmt: skip
GENERIC_STEM = re.compile(r"^(?:gorus(?:me|mek)\w*|toplanti\w*|belediye(?:miz|ler|si|ye|yi|de|den|nin)\w*|destek\w*|yardim\w*|deneyim\w*|tecrube\w*|mudurlu\w*|bulus\w*|meeting\w*|municipalit\w*)$")

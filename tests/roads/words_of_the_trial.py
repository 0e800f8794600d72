"""What the people of the trial talk about: the topics' id, Turkish and English words; names and municipalities."""

TOPICS = [
    tuple(line.split(" | "))
    for line in """\
spatial_planning | mekânsal planlama | master plan preparation
zoning | imar uygulamaları | zoning plan amendment
building_permits | yapı ruhsatı | building permit
urban_transformation | kentsel dönüşüm | urban transformation
housing | konut politikaları | housing policy
heritage | kültürel miras | cultural heritage conservation
public_space | kamusal alan tasarımı | public space design
public_transport | toplu taşıma | public transport
cycling_walking | bisiklet yolu | cycling infrastructure
parking | otopark yönetimi | parking management
roads | asfalt | road maintenance
disaster_management | afet yönetimi | disaster management
earthquake | deprem hazırlığı | earthquake risk
fire_rescue | itfaiye hizmetleri | fire brigade
flood_stormwater | yağmur suyu hattı | stormwater management
budget_finance | mali işler | financial affairs
revenue | belediye gelirleri | municipal revenues
procurement | kamu ihale kanunu | public procurement
audit | iç denetim | internal audit
strategic_planning | stratejik plan hazırlama | strategic plan
migration | göç yönetimi | migration management
social_cohesion | sosyal uyum | social cohesion
air_noise | hava kirliliği | air pollution
recycling | sıfır atık | recycling
construction_waste | hafriyat | excavation soil
climate | iklim değişikliği | climate change
energy | enerji verimliliği | energy efficiency
water | içme suyu | water supply
wastewater | kanalizasyon | sewerage
marine_coast | kıyı yönetimi | coastal management
parks | park bakımı | park maintenance
biodiversity | biyoçeşitlilik | biodiversity
smart_city | akıllı şehirler | smart cities
gis | coğrafi bilgi sistemleri | geographic information systems
open_data | açık veri portalı | open data portal
cybersecurity | siber güvenlik | cybersecurity
data_protection | kişisel verilerin korunması | personal data protection
hr | insan kaynakları | human resources
training | hizmet içi eğitim | in-service training
ohs | iş güvenliği | workplace safety
legal | hukuk işleri | legal affairs
council_procedures | encümen kararları | municipal council
archive | elektronik belge yönetimi | records management
communication | halkla ilişkiler | public relations
citizen_services | çağrı merkezi | call centre
participatory_budget | katılımcı bütçe | participatory budgeting
culture | kültürel etkinlikler | cultural events
youth | gençlik | youth
sports | spor | sports
children | kreş | nursery
women_gender | toplumsal cinsiyet eşitliği | gender equality
disability | engelliler | disability services
elderly | yaşlı hizmetleri | elderly care
social_aid | sosyal yardımlar | social assistance
public_health | halk sağlığı | public health
pest_control | ilaçlama | pest control
stray_animals | sokak hayvanları | stray animals
food_agriculture | tarımsal destek | agriculture
employment | istihdam ofisi | employment office
eu_grants | AB hibe projeleri | EU projects
cemetery | mezarlıklar | cemetery management
municipal_police | zabıta hizmetleri | municipal police
real_estate | kamulaştırma | expropriation
fleet | makine ikmal | fleet management
innovation | kentsel inovasyon | urban innovation
quality | kalite yönetimi | quality management
""".splitlines()
]
"""Each sure to be recognised by itself, so that nothing in the trial hangs on how well the bot understands."""

SENTENCES = {
    ("need", "tr"): "{} konusunda deneyimli bir belediye arıyoruz, çevrim içi, önümüzdeki hafta",
    ("need", "en"): "We are looking for a municipality experienced in {}, online, next week",
    ("offer", "tr"): "{} konusunda deneyimimizi paylaşabiliriz, çevrim içi, ayda 4 görüşme, Türkçe ve İngilizce",
    ("offer", "en"): "We can share our experience with {}, online, four meetings a month, in English and Turkish",
}
NAMES = {
    "tr": ("Ayşe Örnek", "Mehmet Deneme", "Elif Kurgu", "Can Misal", "Deniz Hayali", "Selin Taslak"),
    "en": ("Ann Example", "John Sample", "Mary Fiction", "Peter Draft", "Ella Instance", "Tom Trial"),
}
ASKERS = ("Nilüfer", "Kadıköy", "Seferihisar", "Çankaya", "Odunpazarı", "Muratpaşa")
EXPERTS = ("Bandırma", "Tepebaşı", "Osmangazi", "Karşıyaka", "Mudanya", "Kartal")

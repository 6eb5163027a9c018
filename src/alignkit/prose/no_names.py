"""Words with a capital that are no names of people: days, feasts, places, channels, what opens a sentence."""

from __future__ import annotations

from .lexicon import lexicon

_DAYS = lexicon(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec spring summer autumn fall winter christmas easter ramadan eid diwali
    hanukkah chanukah halloween thanksgiving advent lent passover pentecost whitsun valentine carnival
    oktoberfest shabbat sabbath sukkot purim nowruz holi vesak yule new year years eve day days week today
    yesterday tomorrow tonight good black cyber bank boxing labour memorial independence
    """
)
_PLACES = lexicon(
    """
    africa america americas asia australia europe oceania scandinavia nordics benelux balkans germany austria
    switzerland france spain portugal italy greece turkey poland czechia slovakia hungary romania bulgaria
    croatia serbia slovenia bosnia ukraine russia belarus estonia latvia lithuania finland sweden norway
    denmark iceland ireland britain england scotland wales netherlands holland belgium luxembourg canada
    mexico brazil argentina chile colombia peru uruguay china japan korea taiwan thailand vietnam indonesia
    malaysia singapore philippines india pakistan bangladesh israel egypt morocco tunisia nigeria kenya ghana
    ethiopia tanzania uganda zealand dubai qatar arabia emirates iran iraq berlin hamburg munich cologne
    frankfurt stuttgart leipzig dresden hanover hannover bremen dortmund essen nuremberg vienna graz linz
    salzburg innsbruck zurich zürich geneva basel bern lausanne paris lyon marseille nice lille toulouse
    bordeaux madrid barcelona valencia seville bilbao malaga lisbon porto milan rome turin naples florence
    venice bologna athens thessaloniki istanbul ankara warsaw krakow cracow gdansk prague brno bratislava
    budapest bucharest sofia belgrade zagreb ljubljana kyiv moscow tallinn riga vilnius helsinki stockholm
    gothenburg malmö oslo bergen copenhagen aarhus reykjavik dublin cork belfast london manchester birmingham
    leeds liverpool bristol glasgow edinburgh cardiff amsterdam rotterdam utrecht eindhoven brussels antwerp
    ghent toronto montreal vancouver boston chicago philadelphia houston dallas austin seattle portland denver
    atlanta miami detroit washington francisco york angeles vegas diego orlando nashville minneapolis tokyo
    osaka kyoto seoul beijing shanghai shenzhen bangkok hanoi jakarta manila mumbai delhi bangalore bengaluru
    chennai hyderabad kolkata karachi lahore cairo lagos nairobi accra johannesburg durban pretoria
    casablanca tunis doha riyadh haifa jerusalem melbourne brisbane perth auckland wellington sao rio buenos
    santiago bogota lima bavaria saxony hesse tyrol tuscany catalonia andalusia brittany normandy california
    texas florida ohio europa north south east west northern southern eastern western central middle upper
    lower great united states kingdom union
    """
)
_PEOPLES = lexicon(
    """
    german austrian swiss french spanish portuguese italian greek turkish polish czech slovak hungarian
    romanian bulgarian croatian serbian ukrainian russian finnish swedish norwegian danish irish british
    english scottish welsh dutch belgian canadian american mexican brazilian argentinian chinese japanese
    korean taiwanese thai vietnamese indonesian malaysian indian pakistani bangladeshi israeli egyptian
    moroccan nigerian kenyan african asian european arab arabic latin nordic scandinavian australian
    germans austrians americans italians russians swedes danes finns europeans asians africans brits hebrew
    hindi mandarin cantonese muslim muslims christian christians jewish jews catholic catholics protestant
    protestants hindu hindus buddhist buddhists sikh islam christianity judaism buddhism hinduism
    """
)
_BRANDS = lexicon(
    """
    google facebook instagram tiktok linkedin youtube pinterest snapchat twitter reddit whatsapp telegram
    signal wechat threads mastodon bluesky twitch spotify netflix amazon apple microsoft meta alphabet bing
    yahoo ebay etsy zalando otto asos shein temu alibaba salesforce hubspot marketo pardot mailchimp
    brevo klaviyo adobe figma canva miro asana trello jira confluence slack teams zoom webex outlook excel
    word powerpoint sharepoint onedrive dropbox notion airtable wordpress typo shopify magento shopware
    drupal wix tableau looker powerbi databricks snowflake oracle siemens bosch volkswagen bmw mercedes
    audi porsche toyota honda ford tesla nike adidas puma unilever nestle danone procter henkel beiersdorf
    nivea pampers lego ikea lidl aldi rewe edeka tesco sainsbury carrefour walmart target costco starbucks
    mcdonald cola pepsi visa mastercard paypal klarna stripe chrome safari firefox android windows linux
    chatgpt openai copilot gemini claude perplexity hotjar matomo semrush ahrefs trustpilot eventbrite dhl
    fedex lufthansa ryanair easyjet deloitte accenture kpmg gartner forrester nielsen kantar ipsos gfk
    criteo taboola outbrain awin hootsuite buffer sprinklr zendesk intercom freshdesk freshworks sage xero
    datev personio workday zapier magnolia sitecore contentful storyblok hetzner cloudflare akamai
    """
)
_BUSINESS = lexicon(
    """
    account accounts accounting adverts advertising ads agency agencies analysis analytics answers applause
    audience audiences audio automation bookings brand brands branding brief briefs budget budgets business
    buyer buyers buying campaign campaigns care cash catalogue channel channels churn click clicks client
    clients communications community companies company competition competitor competitors complaints content
    contract contracts control controlling conversion copy cost costs creative creatives crm customer
    customers data deadlines deal dealer dealers deals delivery demand design desk development digital
    direct display distribution ecommerce editorial email emails employee employees engineering event events
    everybody everyone export facilities fair fairs feedback field figures film finance footfall forecast
    forecasts fulfilment funnel goal goals growth guests handover headcount headline headlines help
    hr impressions insurance interest internet inventory invoice invoices issue issues it item items job
    jobs launch launches law lead leadership leads legal list lists logistics loyalty mail mailing mailings
    mail mailer management manufacturing margin margins market marketing markets measure measurement media
    meetings merchandising message messages mobile money news newsletter newsletters nobody none numbers
    office offers onboarding online operations opinion orders organic output outreach outdoor packaging page
    pages paper parcel partner partners partnerships pay payment payroll people performance pipeline planning
    plans poster posters press price prices pricing print procurement product production products profit
    profits progress project projects promotion promotions proofs public purchasing quality quarter question
    questions radio reach readers reading recall recruiting remarketing renewal renewals report reporting
    reports research response responses result results retail retailer retailers retention retargeting
    returns revenue reviews reviewer risk risks sales sampling search security segment segments seller sellers
    seo service services shipping shop shopper shoppers shops signups site social software sourcing spend
    spending sponsor sponsors sponsoring sponsorship staff stakeholders status stock store stores storage
    strategy studio subject subscribers success suppliers supplier supply support survey surveys talent team
    teams tech technology television test testing tests text texts theme time timing trade traffic training
    translation travel trials trust turnover updates users vendor vendors video videos visibility visitors
    visits warehouse warranty weather web webinar webinars website women work workshop workshops year
    head director manager chief officer president chair board ceo cmo cfo cto coo mr mrs ms dr prof sir madam
    intern interns trainee trainees junior senior colleague colleagues boss owner speaker host hosts
    """
)
_PRIVATE_LIFE = lexicon(
    """
    addiction adoption age alcohol allergy anxiety asthma autism babies baby beauty body boyfriend burnout
    cancer care child childcare children church clothes cleavage coming dad daughter dementia depression
    diabetes diet disability disabled disease divorce dress dyslexia epilepsy faith families family fashion
    father fatherhood fertility fitness gender generation girl girls boy boys god grandma grandpa hair
    handicap health heels husband ill illness immigrants kid kids ladies lady makeup man marriage maternity
    men menopause mental migraine migrants mom mosque mother motherhood mothers mum mums old one origin
    outfits parental parenthood parenting parents paternity pension politics prayer pregnancy pregnant
    puberty race refugees religion retirement sex sexuality sick sickness single skin sleep smoking son stress
    surgery temple therapy toddlers twins union wedding wellness wife woman young youth lgbt boomers boomer
    millennials millennial seniors pets dogs cats
    """
)
BEGINNINGS = lexicon(
    """
    also always another anybody anyone anything because besides between both but dear either else even ever
    every everything except few first fine finally former frankly further given half hard hello here hers hi
    his hopefully how however if indeed instead its last late lately later less let like likely little long
    many maybe meanwhile mine more moreover most much naturally near nearly neither never next no nor not
    nothing now numerous obviously often once only otherwise ours overall part perhaps please plus possibly
    probably quite rather really right same seldom several she short similarly since so some somebody someone
    something sometimes somewhere soon still such sure surely than thank thanks that the their theirs then
    there therefore these they thing things this those though three thus together too two under unless
    unlike unlikely unfortunately until usually very was we well were what whatever when where wherever
    whether which while who whoever whole whom whose why will with without yes yet you your yours
    compared comparing
    note notes situation behaviour behavior impact context example examples strength strengths weakness
    weaknesses summary growth step steps action actions agreed agreement appraisal review rating draft
    """
)
"""Words that open a sentence."""
NO_NAMES = _DAYS | _PLACES | _PEOPLES | _BRANDS | _BUSINESS | _PRIVATE_LIFE | BEGINNINGS
"""English words that are no name of a person although they have a capital, in small letters."""
GERMAN_NO_NAMES = (
    _PLACES
    | _BRANDS
    | _BUSINESS
    | lexicon(
        """
        montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli
        august september oktober november dezember weihnachten ostern pfingsten ramadan frühling sommer
        herbst winter frühjahr heute gestern morgen deutschland österreich schweiz frankreich italien spanien
        polen ungarn griechenland türkei europa asien afrika amerika köln münchen wien zürich nürnberg
        hannover mailand rom prag warschau moskau brüssel kopenhagen werbung vertrieb einkauf verkauf
        umsatz absatz gewinn nachfrage verkehr reichweite budget plan planung ziel ziele zahlen kosten preis
        preise qualität marketing produktion technik leitung führung personal arbeit leistung erfolg zeit geld
        handel markt wettbewerb konkurrenz kunden kundin kunde käufer händler lieferanten partner gäste
        besucher agentur team abteilung firma unternehmen alle alles andere niemand keiner jemand jeder
        nichts etwas kinder kind eltern familie familien frauen männer mutter vater alter jugend gesundheit
        krankheit schwangerschaft elternzeit mutterschutz religion kirche glaube herkunft akzent behinderung
        burnout depression autismus text bild druck print fernsehen radio presse anzeigen plakate mailing
        newsletter fotos film video ton musik papier ware lager versand zoll recht finanzen buchhaltung
        beginn ende anfang herr frau dank bitte gut danke hinweis termin sitzung messe tagung bericht liste
        mitarbeiter kollegen chef chefin rente urlaub sport wetter
        """
    )
)
"""The same of German ones."""

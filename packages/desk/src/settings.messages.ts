/** The Dutch texts of the settings of the desk. */
export const nl = {
  title: 'Instellingen',
  screens: {
    people: 'Collega’s',
    buurten: 'Buurten',
    acts: 'Wie deed wat',
    erasing: 'Gegevens wissen',
    mails: 'Mijn mails',
    undelivered: 'Mails die niet aankwamen',
  },
  loading: 'Even wachten …',
  retry: 'Probeer opnieuw',
  failed: 'Dit laadt nu niet.',
  partFailed: 'Dit deel laadt nu niet.',
  notDone: 'Het is niet gelukt.',
  sending: 'Bezig …',
  cancel: 'Annuleer',
  problem: 'Er mist nog iets',
  /** Why the server does not do it. */
  refusals: {
    'works-here': 'Deze collega kan al inloggen. Zoek die op in de lijst en verander daar de rollen.',
    'last-admin': 'Dit is de laatste beheerder. Maak eerst iemand anders beheerder.',
    'not-permitted': 'Dit mag je niet. Je gaat alleen over je eigen buurten.',
    'not-found': 'Deze collega staat niet meer in de lijst.',
  } as Readonly<Record<string, string>>,

  people: {
    notPermitted:
      'Alleen een beheerder bepaalt wie hier werkt. Vraag een beheerder als er iets moet veranderen.',
    lead: 'Wie kan inloggen, en wat die collega hier mag doen.',
    roles: {
      reader: 'Meelezen',
      moderator: 'Ideeën en reacties',
      rounds: 'Stemmingen',
      residents: 'Bewoners',
      admin: 'Beheerder',
    } as Readonly<Record<string, string>>,
    /** What somebody may with each role. */
    may: {
      reader: 'Leest wat binnenkomt. Ziet geen gegevens van bewoners.',
      moderator: 'Plaatst en weigert ideeën, en antwoordt. Ziet hoe je bewoners bereikt.',
      rounds: 'Bereidt stemmingen voor en geeft de uitslag vrij.',
      residents: 'Bewoners die in hun eigen buurt plaatsen en antwoorden. Zien geen gegevens van anderen.',
      admin: 'Mag alles, ook bepalen wie hier werkt.',
    } as Readonly<Record<string, string>>,
    roleIn: ({ role, buurt }: { role: string; buurt: string }) => `${role}, ${buurt}`,
    noRole: 'Geen rol',
    you: 'Dit ben jij',
    lastLogin: ({ when }: { when: string }) => `Logde voor het laatst in op ${when}`,
    notYetIn: ({ when }: { when: string }) => `Uitgenodigd op ${when}, logde nog niet in`,
    fromAccount: ({ account }: { account: string }) =>
      `Wie inlogt via ${account}, krijgt daar de rollen. Wat je hier verandert, geldt dan tot de volgende keer inloggen.`,
    elsewhere: 'Heeft ook rollen die jij niet kunt veranderen.',

    invite: 'Nodig een collega uit',
    inviteTitle: 'Een collega uitnodigen',
    name: 'Naam',
    email: 'Mailadres',
    role: 'Rol',
    chooseRole: 'Kies een rol',
    noNewRole: 'Geen rol erbij',
    newRole: 'Een rol erbij',
    buurt: 'In welke buurt?',
    buurtHint: 'Laat dit leeg voor alle buurten.',
    more: 'Meer rollen geef je daarna in de lijst.',
    firstLogin: {
      mail: 'Je collega krijgt een mail met een link. Die werkt één keer, 15 minuten lang. Daarna vraagt je collega zelf een nieuwe link op de inlogpagina.',
      account:
        'Er gaat geen mail uit. Je collega logt in op deze pagina met het werkaccount dat bij dit mailadres hoort.',
      operator: 'Van hier gaat geen mail uit. Je beheerder van de server maakt een link om in te loggen.',
    },
    send: 'Nodig uit',
    invited: {
      mail: ({ name }: { name: string }) => `${name} krijgt een mail met een link om in te loggen.`,
      account: ({ name }: { name: string }) => `${name} kan inloggen met het werkaccount.`,
      operator: ({ name }: { name: string }) =>
        `${name} staat in de lijst. Vraag je beheerder van de server om een link.`,
    },

    change: 'Verander rollen',
    changeTitle: ({ name }: { name: string }) => `Rollen van ${name}`,
    keep: 'Houdt deze rollen',
    save: 'Bewaar',
    changed: ({ name }: { name: string }) => `De rollen van ${name} zijn veranderd.`,
    nothingChanged: 'Je hebt niets veranderd.',

    remove: 'Haal weg',
    removeTitle: ({ name }: { name: string }) => `Haal je ${name} weg?`,
    removeLead:
      'Die kan dan meteen niet meer inloggen, en wordt overal uitgelogd. Uitnodigen kan later opnieuw.',
    removeYourself: 'Dit ben je zelf. Je wordt meteen uitgelogd.',
    removeNow: 'Ja, haal weg',
    removed: ({ name }: { name: string }) => `${name} kan niet meer inloggen.`,

    problems: {
      name: 'Vul de naam in.',
      email: 'Vul een mailadres in, zoals noor@corporatie.nl.',
      role: 'Kies een rol.',
      buurt: 'Kies een buurt uit de lijst.',
      tooLong: ({ over }: { over: number }) =>
        over === 1 ? 'Dit is 1 teken te lang.' : `Dit is ${String(over)} tekens te lang.`,
    },
  },

  mails: {
    lead: 'Kies welke mails je krijgt. Mails om in te loggen krijg je altijd.',
    digest: 'Elke werkdag een mail met wat er wacht',
    digestHint: 'Ook als een beloofd antwoord te laat dreigt te komen.',
    reports: 'Meteen een mail als een buur een reactie meldt',
    saving: 'Bezig met bewaren …',
    saved: 'Bewaard.',
    notSaved: 'Dit is niet bewaard.',
  },

  feed: {
    title: 'In je feedlezer',
    lead: 'Lees in Outlook of een andere feedlezer wat er op je wacht. Je maakt daarvoor een eigen adres.',
    warning: 'Wie dit adres heeft, leest mee zonder in te loggen. Geef het dus aan niemand.',
    made: ({ when }: { when: string }) => `Je hebt een adres. Je maakte het op ${when}.`,
    ends: 'Log je 60 dagen niet in? Dan werkt het adres niet meer.',
    make: 'Maak een adres',
    again: 'Maak een nieuw adres',
    againHint: 'Met een nieuw adres werkt het oude niet meer.',
    label: 'Je adres',
    once: 'Je ziet dit adres maar één keer. Zet het nu in je feedlezer.',
    copy: 'Kopieer het adres',
    copied: 'Het adres is gekopieerd.',
    stop: 'Stop met dit adres',
    stopped: 'Het adres werkt niet meer.',
  },
};

export type SettingsMessages = typeof nl;

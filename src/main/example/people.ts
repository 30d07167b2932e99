// The people of the example that evaluation mode starts with. They are invented. Four of them are
// the demo sign-ins: a client, a freelancer, a mediator who is also the moderator, and a second
// mediator, who alone can rule where the first one has recommended.

export type SeedPerson = {
  readonly handle: string;
  readonly name: string;
  readonly roles: readonly ('client' | 'freelancer' | 'mediator' | 'moderator' | 'operator')[];
  readonly zone: string;
  readonly city: string;
  /** Prepaid money by currency, and the sandbox card that charges go to. */
  readonly funds?: Readonly<Record<string, string>>;
  readonly card?: 'card_ok' | 'card_declines';
};

export const seedPeople: readonly SeedPerson[] = [
  person('tom', 'Tom Reyes', ['client'], 'America/New_York', 'New York', {
    USD: '6500.00',
    EUR: '900.00',
  }),
  person('ada', 'Ada Lindqvist', ['freelancer'], 'Europe/Berlin', 'Berlin'),
  person('ines', 'Ines Duarte', ['mediator', 'moderator'], 'Europe/Lisbon', 'Lisbon'),
  person('lev', 'Lev Marin', ['mediator'], 'Europe/Bucharest', 'Bucharest'),
  person('noor', 'Noor Haddad', ['freelancer'], 'Asia/Amman', 'Amman'),
  person('marsh', 'Marsh & Vane Books', ['client'], 'Europe/London', 'London', {
    GBP: '4200.00',
    USD: '3500.00',
  }),
  person('kestrel', 'Kestrel Studio', ['client'], 'Europe/Dublin', 'Dublin', {
    EUR: '2800.00',
    USD: '1500.00',
  }),
  person('yuki', 'Yuki Tanaka', ['client', 'freelancer'], 'Asia/Tokyo', 'Tokyo', {
    JPY: '400000',
  }),
  person('priya', 'Priya Raman', ['freelancer'], 'Asia/Kolkata', 'Chennai'),
  person('bo', 'Bo Eriksen', ['freelancer'], 'Europe/Copenhagen', 'Copenhagen'),
  person('lighthouse', 'Lighthouse Trust', ['client'], 'Pacific/Auckland', 'Wellington', {
    USD: '5200.00',
  }),
  person('femi', 'Femi Adeyemi', ['freelancer'], 'Africa/Lagos', 'Lagos'),
  person('orchard', 'Orchard Radio', ['client'], 'America/Los_Angeles', 'Portland', {
    USD: '2400.00',
  }),
  { ...person('gus', 'Gus Marek', ['client'], 'Europe/Prague', 'Prague'), card: 'card_declines' },
  person('olive', 'Olive Okafor', ['operator'], 'Europe/Paris', 'Paris'),
];

export const demoHandles = ['tom', 'ada', 'ines', 'lev'] as const;

function person(
  handle: string,
  name: string,
  roles: SeedPerson['roles'],
  zone: string,
  city: string,
  funds?: SeedPerson['funds'],
): SeedPerson {
  const base: SeedPerson = { handle, name, roles, zone, city };
  return funds === undefined ? base : { ...base, funds, card: 'card_ok' };
}

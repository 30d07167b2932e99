// The world of one story: a fresh database, the real engine, a clock that stands still until it is
// set, and a payment provider that answers at once. It carries out what a step says, lets time
// pass so that every deadline fires at its own moment, and shows what there is to see.
import type { Instant } from '../../domain/calendar.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../../domain/contracts/events.ts';
import type { Actor, PersonId } from '../../domain/people.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { isRejection } from '../../domain/rejections.ts';
import type { WalletEvent } from '../../domain/wallets/events.ts';
import { StillClock } from '../../engine/clock.ts';
import { createEngine } from '../../engine/engine.ts';
import { createUploads, type Uploads } from '../../engine/files/uploads.ts';
import type { Engine } from '../../engine/requests.ts';
import { MemoryFiles } from '../../outside/files/memory-files.ts';
import { SandboxProvider } from '../../outside/payments/sandbox.ts';
import { type Desk, storedContracts } from '../../reads/states.ts';
import type { Database } from '../../store/connection.ts';
import { freshEmbedded } from '../../store/embedded/snapshot.ts';
import { eventColumns, eventOfRow } from '../../store/events.ts';
import { loadPolicies, PolicyBook } from '../../store/policies.ts';
import type { Story, StoryPerson } from './story-file.ts';

export type Inhabitant = StoryPerson & { readonly id: PersonId };

/** An event of any stream, in the order in which they happened. */
export type StoryEvent = {
  readonly stream: string;
  readonly happened: Happened<ContractEvent | WalletEvent>;
};

export class StoryWorld {
  readonly db: Database;
  readonly desk: Desk;
  readonly engine: Engine;
  readonly uploads: Uploads;
  readonly clock: StillClock;
  readonly provider: SandboxProvider;
  readonly policy: Policy;
  readonly people: ReadonlyMap<string, Inhabitant>;
  /** Contracts by their alias, in the order in which they were bound. */
  readonly contracts = new Map<string, string>();
  #keys = 0;
  #latest = '0';

  private constructor(db: Database, story: Story, policy: Policy) {
    this.db = db;
    this.policy = policy;
    this.desk = { db, book: new PolicyBook() };
    this.clock = new StillClock(story.starts);
    const delay = Temporal.Duration.from({ seconds: 0 });
    this.provider = new SandboxProvider({ clock: this.clock, delay });
    const trouble = (error: unknown) => {
      throw error;
    };
    const { clock, provider } = this;
    this.engine = createEngine({ db, clock, policy, provider, onTrouble: trouble });
    this.uploads = createUploads({ db, clock, files: new MemoryFiles() });
    const people = story.people.map((one) => [one.alias, { ...one, id: `psn_${one.alias}` }]);
    this.people = new Map(people as [string, Inhabitant][]);
  }

  /** A world in which everybody has what the story says they have to begin with. */
  static async begin(story: Story, policy: Policy): Promise<StoryWorld> {
    const world = new StoryWorld(await freshEmbedded(), story, policy);
    const offered = story.steps.map((step) => step.with.currency);
    const used = offered.filter((one): one is string => typeof one === 'string');
    for (const person of world.people.values()) {
      for (const currency of new Set([person.currency, ...used])) {
        if (Object.hasOwn(policy.currencies, currency)) await equip(world, person, currency);
      }
    }
    await world.news();
    return world;
  }

  get now(): Instant {
    return this.clock.now();
  }

  key(): string {
    this.#keys += 1;
    return `story-${this.#keys}`;
  }

  /** The provider's answers come before anything else happens. */
  async settle(): Promise<void> {
    for (let rounds = 0; rounds < 20; rounds += 1) {
      if ((await this.engine.deliver()) === 0) return;
    }
  }

  /** Lets time pass to an instant, inclusive, stopping wherever something is due. */
  async passTo(target: Instant): Promise<void> {
    for (let stops = 0; stops < 1000; stops += 1) {
      const due = await this.#nextDue();
      if (due === null || Temporal.Instant.compare(due, target) > 0) break;
      if (Temporal.Instant.compare(due, this.now) > 0) this.clock.set(due);
      await this.engine.passTime();
      await this.settle();
    }
    this.clock.set(target);
    await this.engine.passTime();
    await this.settle();
  }

  async #nextDue(): Promise<Instant | null> {
    const [row] = await this.db.query<{ due: Instant | null }>(
      `select min(due) as due from (select next_due_at as due from contracts
        union all select next_due_at from wallets) as all_due`,
    );
    return row?.due ?? null;
  }

  async contract(id: string): Promise<Contract | null> {
    const [contract] = await storedContracts(this.desk, this.db, 'where c.id = $1', [id]);
    return contract ?? null;
  }

  async allContracts(): Promise<readonly Contract[]> {
    return storedContracts(this.desk, this.db, 'order by c.id', []);
  }

  /** The texts that were written about a contract, by id. */
  async texts(stream: string): Promise<(id: string) => string | null> {
    const rows = await this.db.query<{ id: string; body: string }>(
      'select id, body from texts where stream = $1 and body is not null',
      [stream],
    );
    const bodies = new Map(rows.map(({ id, body }) => [id, body]));
    return (id) => bodies.get(id) ?? null;
  }

  /** What has happened since this was last asked. */
  async news(): Promise<readonly StoryEvent[]> {
    const rows = await this.db.query(
      `select ${eventColumns}, xid::text as xid from events where xid > $1::xid8
        order by at, xid, stream, seq`,
      [this.#latest],
    );
    if (rows.length === 0) return [];
    await loadPolicies(this.db, this.desk.book);
    const xids = rows.map((row) => BigInt(String(row.xid)));
    this.#latest = String(xids.reduce((a, b) => (a > b ? a : b)));
    return rows.map((row) => ({
      stream: String(row.stream),
      happened: eventOfRow(row, this.desk.book),
    }));
  }

  /** People and contracts by the names that the story gives them, wherever their ids stand. */
  named(value: unknown): unknown {
    if (typeof value === 'string') return this.aliasOf(value) ?? value;
    if (Array.isArray(value)) return value.map((item) => this.named(item));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, item]) => [key, this.named(item)]);
    return Object.fromEntries(entries);
  }

  aliasOf(id: string): string | null {
    for (const person of this.people.values()) if (person.id === id) return person.alias;
    for (const [alias, contract] of this.contracts) if (contract === id) return alias;
    return null;
  }

  nameOf(id: PersonId): string {
    for (const person of this.people.values()) if (person.id === id) return person.name;
    return id;
  }

  async close(): Promise<void> {
    await this.engine.close();
    await this.db.close();
  }
}

type WalletDeed = Parameters<Engine['previewWallet']>[0]['command'];

/** The bank account that everybody has, the card of a client, and the prepaid balance. */
async function equip(world: StoryWorld, person: Inhabitant, currency: string): Promise<void> {
  const by: Actor = { as: 'client', person: person.id };
  const give = async (command: WalletDeed) => {
    const wallet = { person: person.id, currency };
    const answer = await world.engine.execute({ wallet, command, by, key: world.key() });
    if (isRejection(answer)) throw new Error(`${command.type} is refused: ${answer.rejected}`);
  };
  const method = async (id: string, kind: string, token: string, verified: boolean) => {
    const label = kind === 'card' ? 'Card ending 4242' : 'Account ending 88';
    await give({ type: 'add_payment_method', id, kind, label, token });
    if (verified) await give({ type: 'verify_payment_method', method: id });
  };
  await method('bank', 'bank', 'bank_ok', true);
  const { card, funds } = person;
  if (card !== null || funds !== null) await method('card', 'card', 'card_ok', true);
  if (funds !== null && currency === person.currency && /[1-9]/.test(funds)) {
    await give({ type: 'deposit', amount: funds, method: 'card' });
    await world.settle();
  }
  // A card that will not do takes the place of the one that the deposit came from.
  if (card === 'declines') await method('card', 'card', 'card_declined', true);
  if (card === 'unverified') await method('card', 'card', 'card_ok', false);
}

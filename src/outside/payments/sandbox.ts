// An honest stand-in for a payment provider: no money moves, everything else is as with a real
// one. It answers later, by the house's clock; it declines cards whose token says so; it can be
// told to decline everything or to be away. It keeps books of its own, so that a reference is
// carried out once, whatever happens to either side in between.
import { assert } from '../../domain/assert.ts';
import { compareInstants, type Duration, type Instant } from '../../domain/calendar.ts';
import {
  type PaymentProvider,
  ProviderAway,
  type Transfer,
  type TransferStatus,
} from './provider.ts';

/** What the provider has been asked, and what it will say from `answersAt` on. */
export type SandboxEntry = {
  readonly transfer: Transfer;
  readonly answersAt: Instant;
  readonly answer: 'done' | 'declined';
};

/** The provider's own books. */
export interface SandboxBooks {
  find(reference: string): Promise<SandboxEntry | undefined>;
  /** Keeps the first entry of a reference, and gives back the one that is kept. */
  enter(entry: SandboxEntry): Promise<SandboxEntry>;
}

/** Books that last as long as the process: for stories and tests. */
export class BooksInMemory implements SandboxBooks {
  readonly #entries = new Map<string, SandboxEntry>();

  find(reference: string): Promise<SandboxEntry | undefined> {
    return Promise.resolve(this.#entries.get(reference));
  }

  enter(entry: SandboxEntry): Promise<SandboxEntry> {
    const { reference } = entry.transfer;
    const kept = this.#entries.get(reference) ?? entry;
    this.#entries.set(reference, kept);
    return Promise.resolve(kept);
  }
}

export type SandboxOptions = {
  readonly clock: { now(): Instant };
  readonly books?: SandboxBooks;
  /** How long it takes to answer; two seconds unless said. */
  readonly delay?: Duration;
};

export class SandboxProvider implements PaymentProvider {
  readonly #clock: SandboxOptions['clock'];
  readonly #books: SandboxBooks;
  readonly #delay: Duration;
  /** While it is away, nobody gets an answer, and nothing arrives. */
  away = false;
  /** While this is set, every new transfer is declined. */
  declines = false;

  constructor({ clock, books, delay }: SandboxOptions) {
    this.#clock = clock;
    this.#books = books ?? new BooksInMemory();
    this.#delay = delay ?? Temporal.Duration.from({ seconds: 2 });
  }

  async ask(transfer: Transfer): Promise<TransferStatus> {
    this.#refuseWhenAway();
    const known = await this.#books.find(transfer.reference);
    const entry = known ?? (await this.#books.enter(this.#answerTo(transfer)));
    assert(
      entry.transfer.amount.minor === transfer.amount.minor &&
        entry.transfer.amount.currency === transfer.amount.currency,
      `${transfer.reference} is always about the same amount`,
    );
    return this.#said(entry);
  }

  async giveUp(reference: string): Promise<TransferStatus | 'unknown'> {
    this.#refuseWhenAway();
    const entry = await this.#books.find(reference);
    return entry === undefined ? 'unknown' : this.#said(entry);
  }

  #answerTo(transfer: Transfer): SandboxEntry {
    const declined = this.declines || /declin/i.test(transfer.token);
    const answersAt = this.#clock.now().add(this.#delay);
    return { transfer, answersAt, answer: declined ? 'declined' : 'done' };
  }

  #said({ answersAt, answer }: SandboxEntry): TransferStatus {
    return compareInstants(this.#clock.now(), answersAt) < 0 ? 'waiting' : answer;
  }

  #refuseWhenAway(): void {
    if (this.away) throw new ProviderAway('somebody switched the sandbox off');
  }
}

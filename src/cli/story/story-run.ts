// Runs one story, step by step, and says of each step whether everything that it expects is so.
// A step that fails does not stop the story: what follows is tried all the same, so that one run
// shows all that is wrong.
import { insteadOf } from '../../domain/contracts/allowed.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../../domain/contracts/events.ts';
import { factsSeen } from '../../domain/contracts/seen/parts.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { WalletEvent } from '../../domain/wallets/events.ts';
import { emptyWallet } from '../../domain/wallets/wallet.ts';
import { presentWallet } from '../../reads/states.ts';
import { commandPhrase } from '../../words/commands.ts';
import { audited, fired, foreseeable, foretold, unsound } from './story-checks.ts';
import {
  brokenPromise,
  commandOf,
  executed,
  type Given,
  isRefusal,
  type Preview,
  previewed,
  type Refusal,
  StoryMistake,
} from './story-command.ts';
import type { Story, StoryStep } from './story-file.ts';
import { Looks } from './story-looks.ts';
import { mismatch, partOf } from './story-match.ts';
import { eventLine, type Line, previewLines, refusalLine, walletLine } from './story-transcript.ts';
import { type StoryEvent, StoryWorld } from './story-world.ts';

export type Failure = {
  /** The key of the step that does not hold, or `check`. */
  readonly key: string;
  readonly expected: unknown;
  readonly got: unknown;
};

export type StepResult = {
  readonly step: number;
  readonly line: number;
  readonly failures: readonly Failure[];
};

export type StoryResult = {
  readonly story: Story;
  readonly steps: readonly StepResult[];
  readonly lines: readonly Line[];
};

/** Runs a story on a world of its own. `look` is given the world as the story leaves it. */
export async function runStory(
  story: Story,
  policy: Policy,
  look: (world: StoryWorld) => Promise<void> = async () => undefined,
): Promise<StoryResult> {
  const world = await StoryWorld.begin(story, policy);
  try {
    const aliases = new Set(story.steps.map((step) => step.contract));
    const run = new StoryRun(world, aliases.size > 1 && story.steps.filter(begins).length > 1);
    const steps: StepResult[] = [];
    for (const step of story.steps) steps.push(await run.step(step));
    await run.finish(steps);
    await look(world);
    return { story, steps, lines: run.lines };
  } finally {
    await world.close();
  }
}

function begins({ does }: Pick<StoryStep, 'does'>): boolean {
  return does === 'send_offer' || does === 'rehire';
}

class StoryRun {
  readonly world: StoryWorld;
  readonly lines: Line[] = [];
  readonly #looks: Looks;
  /** Lines name their contract when there are several. */
  readonly #several: boolean;
  #failures: Failure[] = [];
  #about = '';

  constructor(world: StoryWorld, several: boolean) {
    this.world = world;
    this.#several = several;
    this.#looks = new Looks(
      world,
      (text) => this.tell(text.startsWith(' ') ? text : `${this.#about}${text}`),
      (failure) => this.fail(failure),
    );
  }

  tell(text: string, at = this.world.now): void {
    this.lines.push({ at, text });
  }

  fail(failure: Failure): void {
    this.#failures.push(failure);
    const shown = (value: unknown) => JSON.stringify(value) ?? 'nothing';
    const { key, expected, got } = failure;
    this.tell(`✗ ${key}: expected ${shown(expected)}, got ${shown(got)}`);
  }

  async step(step: StoryStep): Promise<StepResult> {
    this.#failures = [];
    try {
      await this.#pass(step);
      this.#about = await this.#prefixOf(step);
      this.#switchProvider(step);
      await this.#command(step);
      await this.#looks.all(step);
      if (step.ledger) await this.#audit();
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const key = error instanceof StoryMistake ? 'story' : 'error';
      this.fail({ key, expected: 'a step that can be carried out', got: said });
    }
    return { step: step.number, line: step.line, failures: this.#failures };
  }

  /** "[Logo] " before what is about one of several contracts. */
  async #prefixOf({ contract: alias, can, cannot, sees, does, would }: StoryStep): Promise<string> {
    const about = does ?? would ?? sees ?? can[0] ?? Object.keys(cannot)[0];
    const id = this.world.contracts.get(alias ?? '');
    if (!this.#several || id === undefined || about === undefined) return '';
    const contract = await this.world.contract(id);
    return contract === null ? '' : `[${contract.terms.title}] `;
  }

  /** At the end everything is summed and folded once more; what fails is the last step's. */
  async finish(steps: StepResult[]): Promise<void> {
    this.#failures = [];
    await this.#audit();
    const last = steps.at(-1);
    if (last === undefined || this.#failures.length === 0) return;
    steps[steps.length - 1] = { ...last, failures: [...last.failures, ...this.#failures] };
  }

  async #pass({ time }: StoryStep): Promise<void> {
    if (time === null) return;
    const { world } = this;
    const target = time(world.now);
    if (Temporal.Instant.compare(target, world.now) < 0) {
      throw new StoryMistake(`A clock never goes back: it is ${world.now}.`);
    }
    const sure = await foreseeable(world);
    const expected = (await foretold(world, target)).map(String);
    await world.passTo(target);
    const news = await world.news();
    await this.#tellNews(news);
    const got = fired(news, sure);
    if (expected.join('\n') !== got.join('\n')) {
      this.fail({ key: 'check: deadlines shown are deadlines fired', expected, got });
    }
    await this.#check(new Set(news.map(({ stream }) => stream)));
  }

  #switchProvider({ providers }: StoryStep): void {
    if (providers === null) return;
    const { provider } = this.world;
    provider.declines = providers === 'fails';
    provider.away = providers === 'away';
    const says = {
      fails: 'From now on the payment provider declines every card.',
      recovers: 'The payment provider works again.',
      away: 'The payment provider is away and answers nothing.',
    };
    this.tell(says[providers]);
  }

  async #command(step: StoryStep): Promise<void> {
    if (step.does === null && step.would === null) {
      await this.world.settle();
      await this.#tellNews(await this.world.news());
      return;
    }
    const given = await commandOf(this.world, step);
    if (isRefusal(given)) return this.#refused(step, null, given);
    const preview = await previewed(this.world, given);
    if (step.would !== null) return this.#looked(step, given, preview);
    const promise = isRefusal(preview) ? undefined : preview.promise;
    const done = await executed(this.world, given, promise);
    if (isRefusal(done)) {
      if (!isRefusal(preview) || preview.code !== done.code) {
        const shown = isRefusal(preview) ? preview.code : 'carried out';
        this.fail({ key: 'check: preview equals execution', expected: shown, got: done.code });
      }
      return this.#refused(step, given, done);
    }
    const broken = isRefusal(preview)
      ? `The preview was refused: ${preview.code}.`
      : await brokenPromise(this.world, preview, done);
    if (broken !== null) {
      this.fail({ key: 'check: preview equals execution', expected: 'the same', got: broken });
    }
    if (begins({ does: given.name })) this.world.contracts.set(given.alias, done.stream);
    await this.#carriedOut(step, preview);
  }

  async #carriedOut(step: StoryStep, preview: Preview | Refusal): Promise<void> {
    await this.world.settle();
    const news = await this.world.news();
    await this.#tellNews(news);
    await this.#check(new Set(news.map(({ stream }) => stream)));
    if (step.refused !== null) {
      this.fail({ key: 'refused', expected: step.refused, got: null });
    }
    if (step.effects !== undefined && !isRefusal(preview)) await this.#effects(step, preview);
  }

  async #looked(step: StoryStep, given: Given, preview: Preview | Refusal): Promise<void> {
    if (isRefusal(preview)) return this.#refused(step, given, preview);
    const who = this.#looks.nameOf(step);
    const look = await this.#looks.previewLook(given, preview);
    for (const line of previewLines(who, given.name, preview, look)) {
      this.tell(line.startsWith(' ') ? line : `${this.#about}${line}`);
    }
    if (step.refused !== null) this.fail({ key: 'refused', expected: step.refused, got: null });
    if (step.effects !== undefined) await this.#effects(step, preview);
  }

  async #effects(step: StoryStep, preview: Preview): Promise<void> {
    const got = this.world.named(await this.#looks.effectsOf(preview));
    const wrong = mismatch(step.effects, got);
    if (wrong === null) return;
    this.fail({ key: 'effects', expected: step.effects, got: partOf(step.effects, got) });
  }

  async #refused(step: StoryStep, given: Given | null, refusal: Refusal): Promise<void> {
    await this.#tellRefusal(step, given, refusal);
    const expected = step.refused ?? null;
    if (refusal.code === expected) return;
    const facts = factsSeen(refusal.rejection?.facts ?? {});
    const problems = refusal.problems.length === 0 ? {} : { problems: refusal.problems };
    const got = { refused: refusal.code, facts, ...problems };
    const name = step.does ?? step.would ?? '';
    this.fail({ key: 'refused', expected: expected ?? `${name} is carried out`, got });
  }

  async #tellRefusal(step: StoryStep, given: Given | null, refusal: Refusal): Promise<void> {
    const who = this.#looks.nameOf(step);
    const name = step.does ?? step.would ?? '';
    if (refusal.rejection === null || given === null) {
      this.tell(
        `${this.#about}${who} cannot ${commandPhrase(name)}: ${refusal.problems.join(' ')}`,
      );
      return;
    }
    const { rejected, facts } = refusal.rejection;
    const { contract, by } = given;
    const instead =
      contract === null ? [] : insteadOf(contract, refusal.rejection, by, this.world.now, name);
    const scene = await this.#looks.sceneFor(given);
    const line = refusalLine(who, name, { not: rejected, facts, instead }, scene);
    this.tell(`${this.#about}${line}`);
  }

  async #tellNews(news: readonly StoryEvent[]): Promise<void> {
    for (const { stream, happened } of news) {
      const text = stream.startsWith('wal_')
        ? await this.#walletNews(stream, happened as Happened<WalletEvent>)
        : await this.#contractNews(stream, happened as Happened<ContractEvent>);
      if (text !== '') this.tell(text, happened.at);
    }
  }

  async #walletNews(stream: string, happened: Happened<WalletEvent>): Promise<string> {
    const owner = [...this.world.people.values()].find((one) =>
      stream.startsWith(emptyWallet(one.id, '').id),
    );
    if (owner === undefined) return '';
    const { db, desk, now } = this.world;
    const wallet = await presentWallet(desk, db, owner.id, stream.slice(-3), now);
    return walletLine(happened.event, wallet, owner.name);
  }

  async #contractNews(stream: string, happened: Happened<ContractEvent>): Promise<string> {
    const contract = (await this.world.contract(stream)) as Contract;
    const texts = await this.world.texts(stream);
    const scene = await this.#looks.operatorScene(contract);
    const line = eventLine(happened, contract, texts, scene);
    return this.#several ? `[${contract.terms.title}] ${line}` : line;
  }

  async #audit(): Promise<void> {
    const problems = await audited(this.world);
    if (problems.length > 0) this.fail({ key: 'ledger', expected: 'no finding', got: problems });
  }

  async #check(streams: ReadonlySet<string>): Promise<void> {
    const problems = await unsound(this.world, streams);
    if (problems.length > 0) {
      this.fail({ key: 'check: the books', expected: 'nothing amiss', got: problems });
    }
  }
}

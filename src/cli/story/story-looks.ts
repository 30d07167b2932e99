// What a step of a story looks at: what somebody sees of a contract, what they may do, what
// people and the platform have. Each look is compared with what the story expects and told in the
// words of the product.

import { canOf, type NotAllowed } from '../../domain/contracts/allowed.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import { contractCommandNames, guarded, isHidden } from '../../domain/contracts/decide.ts';
import type { Viewer } from '../../domain/contracts/seen/feedback.ts';
import { factsSeen } from '../../domain/contracts/seen/parts.ts';
import type { Foreseen } from '../../domain/forecast.ts';
import { toDecimal } from '../../domain/money/money.ts';
import type { Actor, PersonId, Role } from '../../domain/people.ts';
import { forecast } from '../../reads/states.ts';
import { isContractCommand, isWalletCommand } from '../../wire/commands.ts';
import { commandPhrase } from '../../words/commands.ts';
import { listed, type Scene } from '../../words/scene.ts';
import { balanceLine } from './balance-line.ts';
import { balancesOf, platformBalances, platformCurrency } from './story-balances.ts';
import { actorOn, contractIdOf, type Given, inhabitant, type Preview } from './story-command.ts';
import type { Fields, StoryStep } from './story-file.ts';
import { mismatch, partOf } from './story-match.ts';
import type { Failure } from './story-run.ts';
import { effectsOnScores, scoreLines, scoreOfInhabitant } from './story-score.ts';
import { bareScene, type Look, lookLines, lookOf, refusalLine } from './story-transcript.ts';
import type { Inhabitant, StoryWorld } from './story-world.ts';

type Can = Readonly<Record<string, true | NotAllowed>>;

export class Looks {
  readonly #world: StoryWorld;
  readonly #tell: (text: string) => void;
  readonly #fail: (failure: Failure) => void;

  constructor(world: StoryWorld, tell: (text: string) => void, fail: (failure: Failure) => void) {
    this.#world = world;
    this.#tell = tell;
    this.#fail = fail;
  }

  /** Everything that a step looks at, in the order of the vocabulary. */
  async all(step: StoryStep): Promise<void> {
    if (step.sees !== undefined) await this.#sees(step, step.sees);
    if (step.balances !== null) await this.#balances(step.balances);
    if (step.score !== null) await this.#scores(step.score);
    if (step.can.length > 0 || Object.keys(step.cannot).length > 0) await this.#can(step);
    if (step.ledger) this.#tell('The books add up: every posting summed, every contract refolded.');
  }

  nameOf(step: StoryStep): string {
    return this.#world.people.get(step.by ?? '')?.name ?? 'The payment provider';
  }

  async look(
    viewer: Viewer,
    contract: Contract,
    person: PersonId | null = null,
  ): Promise<Look | null> {
    const world = this.#world;
    const texts = await world.texts(contract.id);
    const foreseen = forecast(contract, world.now);
    return lookOf(viewer, contract, texts, foreseen, this.#cast(contract), world.now, person);
  }

  #cast(contract: Contract) {
    const name = (id: string) => this.#world.nameOf(id);
    return { client: name(contract.client), freelancer: name(contract.freelancer) };
  }

  async operatorScene(contract: Contract): Promise<Scene> {
    return sceneIn(await this.look('operator', contract));
  }

  /** The words around a refusal: those of the contract, or of the wallet's currency alone. */
  async sceneFor({ contract, by, request }: Given): Promise<Scene> {
    if (contract !== null) {
      const look = await this.look(viewerOf(by.as), contract, by.person);
      if (look !== null) return look.scene;
    }
    const plain = 'command' in request ? (request.command as Fields).currency : undefined;
    const currency = 'wallet' in request ? request.wallet.currency : String(plain ?? 'USD');
    return bareScene(currency);
  }

  /** How a preview's contracts look to the one who asks. */
  async previewLook({ contract }: Given, preview: Preview) {
    const texts = contract === null ? () => null : await this.#world.texts(contract.id);
    const written = 'texts' in preview ? preview.texts : new Map<string, string>();
    const read = (id: string) => written.get(id) ?? texts(id);
    return (one: Contract, foreseen: readonly Foreseen[]) =>
      lookOf('operator', one, read, foreseen, this.#cast(one), this.#world.now);
  }

  /** A preview in the form in which stories ask about it. */
  async effectsOf(preview: Preview): Promise<object> {
    const postings = preview.postings.map(({ from, to, amount }) => {
      return { from: from.kind, to: to.kind, amount: toDecimal(amount) };
    });
    const events = preview.events.map(({ event }) => event.type);
    if (!('forecastAfter' in preview)) return { postings, events, next: [] };
    const { after, forecastAfter } = preview;
    const cast = this.#cast(after);
    const look = lookOf('operator', after, () => null, forecastAfter, cast, this.#world.now);
    const score = await effectsOnScores(this.#world, preview);
    return { postings, events, next: look?.view.next ?? [], money: look?.view.money, score };
  }

  async #contractOf(step: StoryStep): Promise<Contract> {
    const contract = await this.#world.contract(contractIdOf(this.#world, step));
    if (contract === null) throw new Error('The contract is gone.');
    return contract;
  }

  async #sees(step: StoryStep, expected: unknown): Promise<void> {
    const contract = await this.#contractOf(step);
    const who = step.by === null ? null : inhabitant(this.#world, step.by);
    const actor = who === null ? null : actorOn(contract, who);
    const stranger = actor !== null && !maySee(contract, actor);
    const viewer = viewerOf(actor?.as ?? 'operator');
    const look = stranger ? null : await this.look(viewer, contract, actor?.person ?? null);
    const can = actor === null || look === null ? {} : this.#canJson(contract, actor);
    const got = look === null ? null : this.#world.named({ ...look.view, ...can });
    const name = who?.name ?? 'The operator';
    if (look === null) this.#tell(`${name} sees nothing of this contract.`);
    else for (const line of lookLines(name, look, expected)) this.#tell(line);
    const wrong = mismatch(expected, got);
    if (wrong === null) return;
    this.#fail({ key: 'sees', expected, got: partOf(expected, got) });
  }

  #canJson(contract: Contract, actor: Actor): { readonly can: Fields } {
    const can = Object.entries(canOf(contract, actor, this.#world.now)).map(([name, one]) => [
      name,
      one === true ? true : { ...one, facts: factsSeen(one.facts) },
    ]);
    return { can: Object.fromEntries(can) };
  }

  async #balances(expected: Fields): Promise<void> {
    for (const [alias, asked] of Object.entries(expected)) {
      const platform = alias === 'platform' && !this.#world.people.has(alias);
      const person = platform ? null : inhabitant(this.#world, alias);
      const got =
        person === null
          ? await platformBalances(this.#world)
          : await balancesOf(this.#world, person);
      const names = typeof asked === 'object' && asked !== null ? Object.keys(asked) : [];
      const currency = person?.currency ?? platformCurrency(this.#world);
      this.#tell(balanceLine(person?.name ?? 'The platform', names, got, currency));
      if (mismatch(asked, got) === null) continue;
      this.#fail({
        key: 'balances',
        expected: { [alias]: asked },
        got: { [alias]: partOf(asked, got) },
      });
    }
  }

  async #scores(expected: Fields): Promise<void> {
    for (const [alias, asked] of Object.entries(expected)) {
      const person = inhabitant(this.#world, alias);
      const found = await scoreOfInhabitant(this.#world, person);
      for (const line of scoreLines(person.name, found)) this.#tell(line);
      const got = found.score.score ?? 'none';
      if (String(asked) === String(got)) continue;
      this.#fail({ key: 'score', expected: { [alias]: asked }, got: { [alias]: got } });
    }
  }

  async #can(step: StoryStep): Promise<void> {
    const who = inhabitant(this.#world, step.by);
    const contract = this.#world.contracts.size === 0 ? null : await this.#contractOf(step);
    const actor = actorOn(contract, who);
    const can = contract === null ? {} : this.#mayDo(contract, actor);
    for (const name of step.can) {
      const got = answerFor(name, can, who);
      if (got !== true) this.#fail({ key: 'can', expected: name, got: codeOf(got) });
    }
    if (step.can.length > 0) {
      this.#tell(`${who.name} can now: ${listed(step.can.map(commandPhrase))}.`);
    }
    const scene =
      contract === null ? bareScene(who.currency) : await this.#sceneOf(contract, actor);
    for (const [name, code] of Object.entries(step.cannot)) {
      const got = answerFor(name, can, who);
      if (got !== true && got !== null) this.#tell(refusalLine(who.name, name, got, scene));
      if (codeOf(got) !== code) {
        this.#fail({ key: 'cannot', expected: { [name]: code }, got: { [name]: codeOf(got) } });
      }
    }
  }

  async #sceneOf(contract: Contract, actor: Actor): Promise<Scene> {
    const look = await this.look(viewerOf(actor.as), contract, actor.person);
    return look === null ? bareScene(contract.terms.currency) : look.scene;
  }

  /** What parties may do; and for everybody else, with which code the door is closed. */
  #mayDo(contract: Contract, actor: Actor): Can {
    const can = canOf(contract, actor, this.#world.now) as Can;
    if (Object.keys(can).length > 0 && maySee(contract, actor)) return can;
    const asked = { by: actor, now: this.#world.now };
    const refused = contractCommandNames.map((name) => {
      const rejection = guarded(contract, name, asked, null);
      return [name, rejection === null ? true : { not: rejection.rejected, facts: {} }];
    });
    return Object.fromEntries(refused);
  }
}

function maySee(contract: Contract, { as, person }: Actor): boolean {
  if (as === 'mediator' && !isHidden(contract, as, person)) return true;
  return as === 'operator' || person === contract.client || person === contract.freelancer;
}

function viewerOf(role: Role): Viewer {
  return role === 'clock' || role === 'payments' ? 'operator' : role;
}

function sceneIn(look: Look | null): Scene {
  if (look === null) throw new Error('An operator sees every contract.');
  return look.scene;
}

/** Commands that are no contract's: sending an offer is a client's, the wallet is everybody's. */
function answerFor(name: string, can: Can, who: Inhabitant): true | NotAllowed | null {
  if (isWalletCommand(name)) return true;
  if (name === 'send_offer') {
    return who.roles.includes('client') ? true : { not: 'not_your_decision', facts: {} };
  }
  return isContractCommand(name) ? (can[name] ?? null) : null;
}

function codeOf(answer: true | NotAllowed | null): unknown {
  if (answer === null) return 'no such command';
  return answer === true ? true : answer.not;
}

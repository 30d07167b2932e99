// Success scores in stories: what somebody's score is now, told with everything that counts, and
// what a command would do to it. A story knows everything, so an effect is told as it will be; the
// faces show somebody only what they may know.
import type { Contract } from '../../domain/contracts/contract.ts';
import { outcomeOf, revealedReview } from '../../domain/reputation/outcomes.ts';
import { scoreOf } from '../../domain/reputation/success-score.ts';
import { scoredAs } from '../../reads/people.ts';
import { starsIn } from '../../reads/reputation/history.ts';
import { type OwnScore, ownScore } from '../../reads/reputation/score.ts';
import { counted } from '../../words/scene.ts';
import { reasonText, signedText, windowText } from '../../words/score/score.ts';
import { type Preview, StoryMistake } from './story-command.ts';
import type { Inhabitant, StoryWorld } from './story-world.ts';

/** The score of somebody's work, or of a client. */
export async function scoreOfInhabitant(
  { desk, policy, now }: StoryWorld,
  { id, alias, roles }: Inhabitant,
): Promise<OwnScore> {
  const as = scoredAs(roles);
  if (as === null) throw new StoryMistake(`${alias} is neither client nor freelancer.`);
  return ownScore(desk, { person: id, as, policy, now });
}

/** "Ann's success score is 67, …" and below it every contract. */
export function scoreLines(name: string, { score, lines }: OwnScore): readonly string[] {
  const { score: points, window } = score;
  const number = points === null ? 'none yet' : String(points);
  const from = window === null ? '' : `, from the last ${windowText(window)}`;
  const count = lines.filter((line) => line.counted).length;
  return [
    `${name}’s success score is ${number}${from}; ${counted(count, 'contract')} ${count === 1 ? 'counts' : 'count'}.`,
    ...lines.map((line) => {
      const share = line.counted && line.share !== null ? ` ${signedText(line.share)}` : '';
      const counts = line.counted ? `counts${share}` : 'is left out';
      return `  “${line.title}” ${counts}: ${reasonText(line.reason)}.`;
    }),
  ];
}

type Effect = Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;

/** What a preview would do to the scores of the two of its contract, by their alias. */
export async function effectsOnScores(world: StoryWorld, preview: Preview): Promise<Effect> {
  if (!('texts' in preview) || preview.after.acceptedAt === null) return {};
  const effects = [...world.people.values()].map(async (person) => {
    const as = scoredAs(person.roles);
    if (as === null || preview.after[as] !== person.id) return [];
    const before = await scoreOfInhabitant(world, person);
    const after = await scoreAfter(world, before, preview.after, preview.texts);
    return [[person.alias, { before: before.score.score ?? 'none', after }]];
  });
  return Object.fromEntries((await Promise.all(effects)).flat());
}

async function scoreAfter(
  world: StoryWorld,
  { history }: OwnScore,
  after: Contract,
  written: ReadonlyMap<string, string>,
): Promise<number | string> {
  const { as, outcomes, scoring, now } = history;
  const review = revealedReview(after, as);
  const kept = review === null ? null : await world.texts(after.id);
  const starsOf = (id: string) => {
    const text = written.get(id) ?? kept?.(id) ?? null;
    return text === null ? null : starsIn(text);
  };
  const others = outcomes.filter(({ contract }) => contract !== after.id);
  const own = outcomeOf(after, as, starsOf);
  return scoreOf(own === null ? others : [...others, own], scoring, now).score ?? 'none';
}

// /contracts/:id/do/:command: every command of a contract that a party can give, looked at and
// carried out. A milestone is asked for first where several fit.
import { type Context, Hono } from 'hono';
import type { ScoreRange } from '../../../domain/reputation/what-if.ts';
import type { ContractPreview, PlainCommand } from '../../../engine/requests.ts';
import type { Person } from '../../../people/person.ts';
import { scoreRangeOf } from '../../../reads/reputation/score.ts';
import { type ContractCommandShape, isContractCommand } from '../../../wire/commands.ts';
import { type Confirming, carryOut, showConfirm, workOutAgain } from '../../confirm/confirm.ts';
import { frameOf } from '../../context/frame.tsx';
import type { SignedInEnv, Site } from '../../context/site.ts';
import { answerNotFound } from '../../context/trouble.tsx';
import { formWithFiles } from '../../context/uploads.ts';
import { applyRowAction, readRows } from '../../parts/form/milestone-rows.ts';
import { renderPage } from '../../parts/page.tsx';
import { type MilestoneEntry, milestonesOf, pathIn, type Room, roomFor } from '../room.ts';
import { candidatesFor, isAboutMilestone } from './candidates.ts';
import { placeInRows } from './change-rows.ts';
import { CommandPage } from './command-page.tsx';
import { disputesFor } from './fields/which-one.tsx';
import { initialForm, lackingIn, readCommand, sketched } from './reading.ts';
import { saidIn } from './refusal.tsx';
import { WhichMilestone } from './which-milestone.tsx';

/** Commands with a form of their own, elsewhere. */
const elsewhere = new Set(['send_offer', 'revise_offer', 'counter_offer']);

export function doRoutes(site: Site): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>();
  routes.get('/:id/do/:command', (c) => answerLook(site, c));
  routes.post('/:id/do/:command', (c) => answerPress(site, c));
  return routes;
}

type Asked = { readonly room: Room; readonly command: ContractCommandShape };

async function askedFor(site: Site, c: Context): Promise<Asked | null> {
  const command = c.req.param('command') ?? '';
  if (!isContractCommand(command) || elsewhere.has(command)) return null;
  const room = await roomFor(site, c);
  return room === null ? null : { room, command };
}

async function answerLook(site: Site, c: Context): Promise<Response> {
  const asked = await askedFor(site, c);
  if (asked === null) return answerNotFound(site, c);
  const address = new URL(c.req.url).searchParams;
  const { room, command } = asked;
  if (isAboutMilestone(command) && !address.has('milestone')) {
    const candidates = candidatesFor(command, room);
    const [only, another] = candidates;
    if (another !== undefined) {
      const frame = await frameOf(site, c, 'contracts');
      return c.html(renderPage(<WhichMilestone {...{ frame, room, command, candidates }} />));
    }
    address.set('milestone', only?.id ?? milestonesOf(room)[0]?.id ?? '');
  }
  return showConfirm(c, confirming(site, c, asked), initialForm(command, room, address));
}

async function answerPress(site: Site, c: Context): Promise<Response> {
  const asked = await askedFor(site, c);
  if (asked === null) return answerNotFound(site, c);
  const { form, mistakes } = await formWithFiles(site, c);
  const way = confirming(site, c, asked);
  const rows = applyRowAction(readRows(form), form.get('do') ?? undefined);
  if (rows !== undefined) return workOutAgain(c, way, withRows(form, rows));
  if (mistakes.length > 0) return workOutAgain(c, way, form, mistakes);
  return form.get('_do') === 'confirm' ? carryOut(c, way, form) : workOutAgain(c, way, form);
}

function withRows(form: URLSearchParams, rows: ReturnType<typeof readRows>): URLSearchParams {
  const changed = new URLSearchParams(form);
  for (const name of ['id', 'title', 'amount', 'due'] as const) {
    changed.delete(`milestone_${name}`);
    for (const row of rows) changed.append(`milestone_${name}`, row[name]);
  }
  return changed;
}

function milestoneIn(room: Room, form: URLSearchParams): MilestoneEntry | undefined {
  return milestonesOf(room).find(({ id }) => id === form.get('milestone'));
}

/** What an end could do to the reader's own score; null for everything else. */
async function scoreOutlookOf(
  { desk, policy, clock }: Site,
  { viewer }: Room,
  preview: ContractPreview | null,
): Promise<ScoreRange | null> {
  const ends = preview?.before?.outcome === null && preview.after.outcome !== null;
  if (!ends || (viewer !== 'client' && viewer !== 'freelancer')) return null;
  return scoreRangeOf(desk, preview.after, viewer, policy, clock.now());
}

/** A message is read where it stands; everything else in the room. */
function whenDone(room: Room, command: string, seq: number | undefined): string {
  if (command === 'send_message') return pathIn(room, `/messages#e-${seq ?? ''}`);
  const [dispute] = room.viewer === 'mediator' ? disputesFor(command, room) : [];
  if (dispute !== undefined) return `/cases/${room.view.id}/${dispute.id}`;
  return pathIn(room, `?did=${seq ?? ''}`);
}

/** A new contract with this one's terms has a new id; everything else happens to this one. */
function aboutWhich({ engine }: Site, { view }: Room, command: string) {
  return command === 'rehire'
    ? { contract: engine.newContractId(), former: view.id }
    : { contract: view.id };
}

function confirming(
  site: Site,
  c: Context,
  { room, command }: Asked,
): Confirming<PlainCommand, ContractPreview> {
  const { engine } = site;
  const { actor: by } = room;
  return {
    read: (form) => readCommand(command, form, room),
    place: (field, form) => {
      if (field.startsWith('files[')) return 'files';
      return command === 'propose_change' ? placeInRows(field, form, room) : field;
    },
    sketch: sketched,
    lacking: lackingIn,
    preview: (asked) =>
      engine.previewContract({ ...aboutWhich(site, room, command), command: asked, by }),
    execute: (asked, key, promise) =>
      engine.execute({
        ...{ ...aboutWhich(site, room, command), command: asked, by, key },
        ...(promise === '' ? {} : { promise }),
      }),
    say: (rejection) => saidIn(room, rejection, command),
    page: async (shown) => {
      // Whatever has happened meanwhile is part of what is shown now.
      const fresh = (await roomFor(site, c)) ?? room;
      const frame = await frameOf(site, c, 'contracts');
      const milestone = isAboutMilestone(command) ? milestoneIn(fresh, shown.form) : undefined;
      const person: Person = c.get('person');
      const sent = await site.uploads.mine(person.id, shown.form.getAll('files'));
      const score = await scoreOutlookOf(site, fresh, shown.preview);
      const page = { frame, room: fresh, command, milestone, shown, sent, score };
      return renderPage(<CommandPage {...page} pressKey={crypto.randomUUID()} />);
    },
    atOnce: command === 'send_message',
    done: ({ stream, events }) =>
      command === 'rehire'
        ? `/contracts/${stream}?did=${events[0]?.seq ?? ''}`
        : whenDone(room, command, events[0]?.seq),
  };
}

// The routes of one's own account: profile and keys.
import { type Context, Hono } from 'hono';
import { isRefused } from '../../people/rejections.ts';
import { chooseMails, mailChoiceOf, mailChoices } from '../../store/mail/choices.ts';
import { frameOf } from '../context/frame.tsx';
import { type SignedInEnv, type Site, signedIn } from '../context/site.ts';
import { renderPage } from '../parts/page.tsx';
import { AccountPage, type AccountProps } from './account.tsx';
import { mistakeOf, readForm } from './forms.tsx';

/** What the address may say has just been done; anything else says nothing. */
const sayings = new Map([
  ['saved', 'Name, city and zone are saved.'],
  ['mail', 'Which mails you get is saved.'],
  ['revoked', 'The key is revoked. Programs with it are refused from now on.'],
]);

export function accountRoutes(site: Site): Hono<SignedInEnv> {
  return new Hono<SignedInEnv>()
    .use(signedIn)
    .get('/', (c) => answerAccount(site, c, { said: sayings.get(c.req.query('said') ?? '') }))
    .post('/', async (c) => {
      const typed = await readForm(c);
      const { name = '', city = '', time_zone: timeZone = '' } = typed;
      const answer = await site.people.changeProfile(c.get('person').id, { name, city, timeZone });
      if (!isRefused(answer)) return c.redirect('/account?said=saved', 303);
      const mistake = mistakeOf(answer, c.get('person').timeZone);
      return answerAccount(site, c, { typed, mistake }, 422);
    })
    .post('/mail', async (c) => {
      const { wants } = await readForm(c);
      const choice = mailChoices.find((one) => one === wants);
      if (choice !== undefined) await chooseMails(site.desk.db, c.get('person').id, choice);
      return c.redirect(choice === undefined ? '/account#mail' : '/account?said=mail#mail', 303);
    })
    .post('/keys', async (c) => {
      const typed = await readForm(c);
      const made = await site.people.createKey(c.get('person').id, typed.key_name ?? '');
      if (!isRefused(made)) {
        return answerAccount(site, c, { secret: { name: made.key.name, secret: made.secret } });
      }
      const field = made.field === 'name' ? 'key_name' : made.field;
      const mistake = { ...mistakeOf(made, c.get('person').timeZone), field };
      return answerAccount(site, c, { typed, mistake }, 422);
    })
    .post('/keys/revoke', async (c) => {
      const { key = '' } = await readForm(c);
      await site.people.revokeKey(c.get('person').id, key);
      return c.redirect('/account?said=revoked#keys', 303);
    });
}

type Shown = Pick<AccountProps, 'said' | 'typed' | 'mistake' | 'secret'>;

async function answerAccount(
  site: Site,
  c: Context<SignedInEnv>,
  shown: Shown,
  status: 200 | 422 = 200,
): Promise<Response> {
  const person = c.get('person');
  const [frame, keys, wants] = await Promise.all([
    frameOf(site, c),
    site.people.listKeys(person.id),
    mailChoiceOf(site.desk.db, person.id),
  ]);
  return c.html(renderPage(<AccountPage {...{ frame, person, keys, wants, ...shown }} />), status);
}

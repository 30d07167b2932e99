// The mailbox of evaluation mode: mail goes nowhere there, and everybody reads their own here.
// Outside evaluation mode these pages do not exist.
import { Hono } from 'hono';
import { mailOf, mailsOf } from '../../store/mail/outbox.ts';
import { frameOf } from '../context/frame.tsx';
import { type SignedInEnv, type Site, signedIn } from '../context/site.ts';
import { answerNotFound } from '../context/trouble.tsx';
import { renderPage } from '../parts/page.tsx';
import { LetterPage, MailboxPage } from './mailbox-page.tsx';

const most = 100;

export function mailboxRoutes(site: Site): Hono<SignedInEnv> {
  const { db } = site.desk;
  return new Hono<SignedInEnv>()
    .use((c, next) => (site.server.evaluation ? next() : answerNotFound(site, c)))
    .use(signedIn)
    .get('/', async (c) => {
      const person = c.get('person');
      const mails = await mailsOf(db, person.id, most);
      const frame = await frameOf(site, c);
      return c.html(renderPage(<MailboxPage {...{ frame, person, mails }} />));
    })
    .get('/:id', async (c) => {
      const person = c.get('person');
      const mail = await mailOf(db, person.id, c.req.param('id'));
      if (mail === undefined) return answerNotFound(site, c);
      const frame = await frameOf(site, c);
      const { origin } = site.server;
      return c.html(renderPage(<LetterPage {...{ frame, person, mail, origin }} />));
    });
}

// The post room: finds out what is to be told, writes it into the outbox, and sends what is
// there. The worker does a round after time has passed; as many workers as there are may do it at
// once. Nothing in the house waits for mail, and no money depends on it.
import type { Mailer } from '../../outside/mail/mailer.ts';
import type { Database } from '../../store/connection.ts';
import { nextLookAt } from '../../store/mail/looks.ts';
import { PolicyBook } from '../../store/policies.ts';
import { nowOf } from '../batch/batch-read.ts';
import type { Clock } from '../clock.ts';
import { sendMails } from './send-mails.ts';
import { tellNews } from './tell-news.ts';
import { tellReminders } from './tell-reminders.ts';

export type PostRoomOptions = {
  readonly db: Database;
  readonly clock: Clock;
  readonly mailer: Mailer;
  /** Where the links in mails lead. */
  readonly origin: string;
  /** Evaluation mode: mails can be read here afterwards. */
  readonly keepsTexts: boolean;
  readonly onTrouble?: (error: unknown) => void;
};

export type PostRoom = {
  /** Tells and sends all there is now; how many mails left, or were kept. */
  round(): Promise<number>;
  /** When the next reminder may be due, as far as the feed has been read. */
  nextAt(): Promise<Temporal.Instant | null>;
};

export function createPostRoom(options: PostRoomOptions): PostRoom {
  const { db, clock, mailer, origin, keepsTexts } = options;
  const onTrouble = options.onTrouble ?? ((error: unknown) => console.error(error));
  const book = new PolicyBook();
  return {
    round: async () => {
      const now = nowOf(clock);
      const how = { now, origin, onTrouble };
      await tellNews(db, book, how);
      await tellReminders(db, book, how);
      return sendMails({ db, book, mailer, now, origin, keepsTexts });
    },
    nextAt: () => nextLookAt(db),
  };
}

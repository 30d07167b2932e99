// The page on which one decides, in chapters: what you do, what changes, the money line by line,
// deadlines, what stays, and the button that names the effect. It carries the promise of what it
// shows and a key, so that a second press is the same press. It knows no command by name.
import type { ComponentChildren } from 'preact';
import type { AssetName } from '../assets.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { Post } from '../parts/form/field.tsx';
import type { Frame } from '../parts/frame.ts';
import { type Crumb, Head } from '../parts/head.tsx';
import { Chapter } from '../parts/layout.tsx';
import { Problem } from '../parts/messages.tsx';
import { Page } from '../parts/page.tsx';
import { Says } from '../parts/panel.tsx';

export type PressProps = {
  /** What pressing does, in a sentence above the button. */
  readonly says: ComponentChildren;
  /** Names the effect, with its amounts. */
  readonly label: string;
  /** Cannot be undone. */
  readonly stop?: boolean | undefined;
};

/** The way back: to another page, or with everything that was typed to the form before. */
export type Back =
  | { readonly href: string; readonly label: string }
  | { readonly value: string; readonly label: string };

export type ConfirmPageProps = {
  readonly frame: Frame;
  readonly crumbs: readonly Crumb[];
  /** "You are about to end this contract" */
  readonly title: string;
  readonly state: ComponentChildren;
  readonly facts?: readonly ComponentChildren[] | undefined;
  /** What was not done, and what to put right. */
  readonly problem?: ComponentChildren;
  readonly action: string;
  /** The form may carry files. */
  readonly files?: boolean | undefined;
  /** What the page itself keeps in its form; the names begin with an underscore. */
  readonly keeps: Readonly<Record<string, string>>;
  /** The chapters: first the fields, then the consequences. */
  readonly children: ComponentChildren;
  /** Null where there is no promise yet: then the button works the consequences out. */
  readonly press: PressProps | null;
  /** The button while there is no promise; left out where nothing can be pressed at all. */
  readonly look?: string | undefined;
  readonly back: Back;
  readonly scripts?: readonly AssetName[] | undefined;
};

export function ConfirmPage(props: ConfirmPageProps) {
  const { frame, crumbs, title, state, facts, problem, action, keeps } = props;
  return (
    <Page frame={frame} title={title} scripts={props.scripts}>
      <Head crumbs={crumbs} title={title} state={state} facts={facts} />
      {problem && <div class="above-5">{problem}</div>}
      <div class="above-6">
        <Post action={action} hidden={keeps} label={title} files={props.files}>
          {/* Enter in a field works the page out again; only the button itself carries it out. */}
          <button
            class="hidden"
            type="submit"
            name="_do"
            value="look"
            tabIndex={-1}
            aria-hidden="true"
          >
            Work it out
          </button>
          {props.children}
          <Press {...props} />
        </Post>
      </div>
    </Page>
  );
}

function Press({ press, look, back }: ConfirmPageProps) {
  return (
    <Chapter id="decide" title="Decide" titleHidden>
      {press !== null && <Says>{press.says}</Says>}
      <div class="row above-5">
        {press === null ? (
          look !== undefined && (
            <Button look="primary" large name="_do" value="look">
              {look}
            </Button>
          )
        ) : (
          <Button look={press.stop ? 'stop' : 'primary'} large name="_do" value="confirm">
            {press.label}
          </Button>
        )}
        {'href' in back ? (
          <ButtonLink look="quiet" large href={back.href}>
            {back.label}
          </ButtonLink>
        ) : (
          <Button look="quiet" large name="_do" value={back.value}>
            {back.label}
          </Button>
        )}
      </div>
      {press !== null && (
        <p class="note measured above-4">
          This page is a promise. If anything has changed when you press, nothing happens and you
          see the new numbers first.
        </p>
      )}
    </Chapter>
  );
}

export type PutRightProps = {
  readonly mistakes: readonly { readonly field: string; readonly text: string }[];
};

/** Above the form: each thing to put right, with a link to its field. */
export function PutRight({ mistakes }: PutRightProps) {
  const count = mistakes.length;
  const title = count === 1 ? 'One thing to put right' : `${count} things to put right`;
  return (
    <Problem title={title} items={mistakes}>
      Nothing has happened yet.
    </Problem>
  );
}

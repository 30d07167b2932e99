// The people of the example, with one click each, in evaluation mode. What is said about them is
// read from their contracts as they are now, so it stays true when the clock is moved.
import type { Person } from '../../people/person.ts';
import { rolesText } from '../../words/account.ts';
import { cityOf } from '../../words/time.ts';
import { Button } from '../parts/button.tsx';
import { initialsOf } from '../parts/face.tsx';
import { Post } from '../parts/form/field.tsx';
import { Persons } from '../parts/lists.tsx';

export type DemoPerson = { readonly person: Person; readonly about: string };

export function DemoPeople({ demo }: { demo: readonly DemoPerson[] }) {
  return (
    <Persons
      persons={demo.map(({ person, about }) => ({
        initials: initialsOf(person.name),
        name: person.name,
        role: `${rolesText(person.roles)}, ${person.city ?? cityOf(person.timeZone)}`,
        about,
        action: (
          <Post action={`/demo/${person.id}`}>
            <Button>Continue as {person.name.split(' ')[0]}</Button>
          </Post>
        ),
      }))}
    />
  );
}

-- Whether the example of evaluation mode was begun here, and whether it is whole. A server that
-- was stopped while it filled the database in must not go on as if it were.
create table example (
  only_row boolean primary key default true check (only_row),
  done boolean not null
);

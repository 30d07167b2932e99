// Prepares the database and says what was done. The server does the same when it starts.
import { assertNode, readConfig } from './config.ts';
import { openStore } from './house.ts';

assertNode();
const db = await openStore(readConfig(process.env));
console.log('The database is ready.');
await db.close();

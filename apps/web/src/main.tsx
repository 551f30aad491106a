import './ui/styles.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { makeRouter } from './app/router.tsx';
import { contactActs } from './features/call-desk/index.ts';
import { acts } from './features/my-services/index.ts';
import { connection } from './hub/connection.ts';
import { keepView, restoreView } from './hub/keep-view.ts';
import { serverNow } from './hub/server-clock.ts';
import { openSession } from './hub/session.ts';
import { openOutbox } from './hub/use-outbox.ts';
import { goBy } from './ui/pulse.ts';

goBy(serverNow);
connection.open();
await restoreView();
openSession();
const outbox = openOutbox({ ...acts, ...contactActs });
keepView();
createRoot(document.getElementById('fanal')!).render(<App router={makeRouter()} outbox={outbox} />); // index.html has it

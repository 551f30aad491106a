// For a process that must not outlive the one that started it: that one holds the other end of file descriptor 3.
import { Socket } from 'node:net';

const line = new Socket({ fd: 3 });
line.once('close', () => process.kill(process.pid, 'SIGTERM'));
line.on('error', () => {});
line.resume();
line.unref();

// A room of Socket.IO: every line on the standard input is told to everybody who is there.
// A line is the name of an event, a space, and one line of JSON. The process ends with its input.
'use strict';

const { createServer } = require('node:http');
const { createInterface } = require('node:readline');
const { Server } = require('socket.io');

const server = createServer();
const room = new Server(server, { transports: ['websocket'], serveClient: false });

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const space = line.indexOf(' ');
    room.emit(line.slice(0, space), JSON.parse(line.slice(space + 1)));
  })
  .on('close', () => process.exit(0));

server.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 1024 });

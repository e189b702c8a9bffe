/** The least that a web server on Node can do: the baseline for requests per second. */
import { createServer } from 'node:http'

const server = createServer((_request, response) => response.end('hello'))
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.stdout.write('ready\n'))
process.on('SIGTERM', () => process.exit(0))

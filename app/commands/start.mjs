/** npm start: installs, builds if the sources changed, migrates, serves. */
import { handOver, install } from './pinned-node.mjs'

install()
handOver('app/commands/serve.ts')

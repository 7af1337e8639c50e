import { openCore } from '#core/open-core.ts'
import { resources, testPorts } from '../test-ports.ts'

/** Another program that has the folder open: opens it, says so, and holds it until it is killed. */
const [folder = ''] = process.argv.slice(2)
const opened = await openCore({ folder, resources, ports: testPorts() })
console.log(opened.ok ? 'open' : opened.error.code)
setInterval(() => undefined, 1000)

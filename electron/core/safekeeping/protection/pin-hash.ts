import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Salt and hash of a PIN in one text. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64')}$${(await stretch(pin, salt)).toString('base64')}`
}

export async function isPin(pin: string, secret: string): Promise<boolean> {
  const [salt = '', hash = ''] = secret.split('$')
  const expected = Buffer.from(hash, 'base64')
  const found = await stretch(pin, Buffer.from(salt, 'base64'))
  return expected.length === found.length && timingSafeEqual(found, expected)
}

/** A few digits are tried out in a minute whatever it costs: it only keeps them from being read in passing. */
function stretch(pin: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, 32, (fault, key) => {
      if (fault === null) resolve(key)
      else reject(fault)
    })
  })
}

const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i
const longest = 120

/**
 * A name under which Windows, too, can keep a file: no sign that means something in a path, no device name,
 * no dot or blank at the end, at most 120 characters with the extension kept. Letters are left as they are.
 */
export function safeFileName(name: string): string {
  const plain = name
    // Also the signs that turn the direction of writing: they can make an .exe look like a .pdf.
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '＿')
    .replace(/[. ]+$/, '')
    .replace(/^ +/, '')
  const harmless = reserved.test(plain) ? `＿${plain}` : plain
  return shorten(harmless === '' ? '無題' : harmless)
}

function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= longest) return name
  const extension = [...(/\.[\w]{1,8}$/.exec(name)?.[0] ?? '')]
  return [...characters.slice(0, longest - extension.length), ...extension].join('')
}

/**
 * The header under which a browser saves (`attachment`) or shows (`inline`) a file: RFC 6266, with the name
 * in UTF-8 by RFC 5987.
 */
export function dispositionHeader(kind: 'attachment' | 'inline', name: string): string {
  const safe = safeFileName(name)
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(safe)?.[0] ?? ''
  const encoded = encodeURIComponent(safe).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="tsudoi${extension}"; filename*=UTF-8''${encoded}`
}

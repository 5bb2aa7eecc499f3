import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Text } from 'react-email'

export interface MessageWords {
  subject: string
  body: string
  button: string
  url: string
  /** Stands above the bare address, for mail programs that show no buttons. */
  linkHint: string
  note: string
  sender: string
}

const FONT = 'Inter, system-ui, -apple-system, "Segoe UI", sans-serif'
const text = { fontFamily: FONT, fontSize: 15, lineHeight: '22px', color: '#14171a' }
const small = { ...text, fontSize: 13, lineHeight: '19px', color: '#596066' }

/** Every mail of the app: what happened, one thing to do, and what if it was not you. */
export function Message({ subject, body, button, url, linkHint, note, sender }: MessageWords) {
  return (
    <Html lang="en">
      <Head />
      <Preview>{body}</Preview>
      <Body style={{ backgroundColor: '#f2f4f5', margin: 0, padding: '24px 12px' }}>
        <Container
          style={{ backgroundColor: '#ffffff', borderRadius: 14, maxWidth: 480, padding: 28 }}
        >
          <Heading style={{ ...text, fontSize: 21, lineHeight: '28px', margin: '0 0 12px' }}>
            {subject}
          </Heading>
          <Text style={text}>{body}</Text>
          <Button
            href={url}
            style={{
              ...text,
              backgroundColor: '#1f56d8',
              borderRadius: 12,
              color: '#ffffff',
              fontWeight: 600,
              padding: '13px 18px',
            }}
          >
            {button}
          </Button>
          <Text style={small}>
            {linkHint}
            <br />
            <Link href={url} style={{ color: '#1f56d8', wordBreak: 'break-all' }}>
              {url}
            </Link>
          </Text>
          <Hr style={{ borderColor: '#dde1e4' }} />
          <Text style={small}>{note}</Text>
          <Text style={{ ...small, margin: 0 }}>{sender}</Text>
        </Container>
      </Body>
    </Html>
  )
}

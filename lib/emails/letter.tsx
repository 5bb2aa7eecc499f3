import { Body, Button, Container, Head, Html, Preview, render, Text } from 'react-email'
import type { Mail } from '@/lib/services/mailer'

interface Letter {
  to: string
  subject: string
  greeting: string
  paragraphs: readonly string[]
  button?: { label: string; url: string }
  footer: string
}

const styles = {
  body: { backgroundColor: '#f2f4f5', color: '#14171a', fontFamily: 'Inter, Arial, sans-serif' },
  container: { backgroundColor: '#ffffff', borderRadius: 14, padding: 28, margin: '24px auto' },
  text: { fontSize: 15, lineHeight: '23px' },
  button: {
    backgroundColor: '#1f56d8',
    color: '#ffffff',
    borderRadius: 12,
    padding: '13px 18px',
    fontWeight: 600,
  },
  footer: { color: '#596066', fontSize: 13 },
} as const

/** One shape for every mail: a greeting, what it is about, at most one thing to do. */
export async function composeLetter(letter: Letter): Promise<Mail> {
  const { to, subject, greeting, paragraphs, button, footer } = letter
  const html = await render(
    <Html lang="en">
      <Head />
      <Preview>{paragraphs[0] ?? subject}</Preview>
      <Body style={styles.body}>
        <Container style={styles.container}>
          <Text style={styles.text}>{greeting}</Text>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={styles.text}>
              {paragraph}
            </Text>
          ))}
          {button ? (
            <Button href={button.url} style={styles.button}>
              {button.label}
            </Button>
          ) : null}
          <Text style={styles.footer}>{footer}</Text>
        </Container>
      </Body>
    </Html>,
  )
  const text = [greeting, ...paragraphs, button && `${button.label}: ${button.url}`, footer]
  return { to, subject, html, text: text.filter(Boolean).join('\n\n') }
}

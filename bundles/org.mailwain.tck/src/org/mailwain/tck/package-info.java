/**
 * The contracts of {@code org.mailwain.api.provider} as tests. A provider's test implements
 * {@link org.mailwain.tck.ReaderContract}, {@link org.mailwain.tck.WriterContract} or
 * {@link org.mailwain.tck.ProviderContract} and supplies a fixture; JUnit 5 finds the tests.
 */
package org.mailwain.tck;

/**
 * An agent of the virtual machine for tests of the workbench: before each call of ours that may wait for a disk, a server,
 * a ledger or another thread it weaves a question whether that happens on the UI thread.
 */
package org.mailwain.ui.driver.agent;

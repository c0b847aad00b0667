/**
 * The workbench's shell and what its parts share.
 *
 * <ul>
 *   <li>Texts: {@link org.mailwain.ui.Texts}, from {@code messages.properties} of each package, German beside it.
 *   <li>Files: {@link org.mailwain.ui.Editors} opens them, read in the background before.
 *   <li>Editors of YAML files: {@link org.mailwain.ui.editors.YamlEditor}.
 *   <li>Work that waits: {@link org.mailwain.ui.jobs.Background}.
 *   <li>What others add: {@link org.mailwain.ui.contrib}.
 *   <li>Projects, their problems and sentences: {@link org.mailwain.presenters.workspace.Workspace}, a service of the
 *       workbench.
 * </ul>
 *
 * Widgets that tests or people look for have an id: {@code widget.setData("id", "part.name")}.
 */
package org.mailwain.ui;
